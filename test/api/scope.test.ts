import fc from 'fast-check';
import { decide } from '../../apps/api/door/decide.ts';
import { scope } from '../../apps/api/door/scope.ts';
import { anonymous } from '../../apps/api/door/subject.ts';
import type { Post, Subject } from '../../apps/api/door/subject.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const people = fc.integer({ min: 0, max: 3 }).map(id);
const units = fc.integer({ min: 4, max: 6 }).map(id);
const matters = fc.integer({ min: 7, max: 9 }).map(id);
const paths = fc.constantFrom('15', '15/01', '15/01/001', '15/01/0019', '15/02', '15/0_', '1');

const post: fc.Arbitrary<Post> = fc.record({
  id: fc.constant('p'),
  role: fc.constantFrom(
    'gridWorker',
    'community',
    'subdistrict',
    'department',
    'supervisor',
    'auditor',
    'deputy',
    'system',
  ),
  unitId: fc.option(units),
  unitIds: fc.uniqueArray(units, { maxLength: 2 }),
  placeId: fc.constant('x'),
  placePath: paths,
  rank: fc.constant('A'),
  isHead: fc.boolean(),
  callBack: fc.boolean(),
});

const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc
    .record({ personId: people, posts: fc.array(post, { maxLength: 3 }) })
    .map((one) => ({ ...anonymous, ...one })),
  matters.map((matterId) => ({ ...anonymous, matterId })),
  fc.constant(anonymous),
);

const row = fc.record({
  matterId: matters,
  reporterId: fc.option(people),
  takenById: fc.option(people),
  unitIds: fc.uniqueArray(units, { maxLength: 3 }),
  placePath: paths,
});

const columns = { matterId: 'm', reporterId: 'r', takenById: 't', unitIds: 'u', placePath: 'p' };

describe('a list', () => {
  it('shows exactly the matters that `decide` lets the caller read', async () => {
    const property = fc.asyncProperty(subject, row, async (caller, matter) => {
      const { matterId, reporterId, takenById, unitIds, placePath } = matter;
      const values = [matterId, reporterId, takenById, unitIds, placePath];
      const seen = scope(caller, 'matters:list', columns, values);
      const { rowCount } = await house.db.pool.query(
        `select 1 from (select $1::uuid as m, $2::uuid as r, $3::uuid as t, $4::uuid[] as u, $5::text as p) one where ${seen.sql}`,
        seen.values,
      );
      expect(rowCount === 1).toBe(decide(caller, 'matters:read', matter).may);
    });
    await fc.assert(property, { numRuns: 400 });
  });
});
