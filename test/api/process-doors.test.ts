import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../apps/api/door/decide.ts';
import type { Resource } from '../../apps/api/door/decide.ts';
import type { Action } from '../../apps/api/door/right.ts';
import { scope } from '../../apps/api/door/scope.ts';
import { anonymous, receiptHolder } from '../../apps/api/door/subject.ts';
import type { Post, Subject } from '../../apps/api/door/subject.ts';
import { namingFor } from '../../apps/api/processes/sight.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';

const DISTRICT = '15';
const EAST = '15/01';
const PARK = '15/01/001';

const post = (role: string, placePath: string, unitId: string | null = null): Post => ({
  ...{ id: 'p', role, placePath, unitId, unitIds: unitId === null ? [] : [unitId] },
  ...{ placeId: 'x', rank: 'A', isHead: false, callBack: false },
});
const person = (...posts: Post[]): Subject => ({ ...anonymous, personId: 'me', posts });
const named = (...posts: Post[]): Subject => ({ ...person(...posts), personId: 'named' });
const opener = (...posts: Post[]): Subject => ({ ...person(...posts), personId: 'opener' });

/** A process in the east that asks a deputy there and departments of the whole district. */
const inside: Resource = {
  ...{ processId: 'p', placePath: EAST, unitIds: ['lamps'], personIds: ['named'], takenById: 'opener' },
  invitedIds: ['opener', 'receiver'],
  asked: [
    { role: 'deputy', placePath: EAST },
    { role: 'department', placePath: DISTRICT },
  ],
};
const open: Resource = { ...inside, isPublic: true, asked: [] };
const quiet: Resource = { ...inside, asked: [] };

const verdict = (subject: Subject, action: Action, resource?: Resource) => {
  const given = decide(subject, action, resource);
  return given.may ? 'yes' : given.because;
};

describe('who may read, follow, print and act on a process', () => {
  it.each<[string, Subject, Resource, string, string]>([
    ['a stranger, of one that is open to all', anonymous, open, 'processes:read processes:act', 'own'],
    ['a stranger, of any other', anonymous, inside, '', 'own'],
    ['the holder of some receipt', receiptHolder('m'), open, 'processes:read processes:act', 'own'],
    ['a person without posts', person(), inside, '', 'own'],
    ['whoever is asked by name', named(), quiet, 'processes:read processes:act', 'own'],
    [
      'staff asked by name, from elsewhere',
      named(post('department', '16', 'police')),
      quiet,
      'processes:read processes:act',
      'all',
    ],
    [
      'the resident who began it',
      opener(post('resident', PARK)),
      quiet,
      'processes:read processes:act',
      'own',
    ],
    [
      'the leader who asked for it',
      opener(post('deputy', '16')),
      quiet,
      'processes:read processes:history processes:print processes:act',
      'all',
    ],
    ['the community below the place', person(post('community', PARK)), quiet, '', 'own'],
    [
      'the subdistrict there',
      person(post('subdistrict', EAST)),
      quiet,
      'processes:read processes:history processes:print processes:act',
      'all',
    ],
    [
      'a department that has a part in it',
      person(post('department', DISTRICT, 'lamps')),
      quiet,
      'processes:read processes:history processes:act',
      'all',
    ],
    [
      'a department whose role is asked for',
      person(post('department', DISTRICT, 'police')),
      inside,
      'processes:read processes:history processes:print processes:act',
      'all',
    ],
    ['another department', person(post('department', DISTRICT, 'police')), quiet, '', 'own'],
    [
      'a deputy who is asked',
      person(post('deputy', EAST)),
      inside,
      'processes:read processes:history processes:print processes:act',
      'all',
    ],
    [
      'the deputy of the place',
      person(post('deputy', DISTRICT)),
      quiet,
      'processes:read processes:history',
      'facts',
    ],
    ['the deputy of another place', person(post('deputy', '15/02')), inside, '', 'own'],
    [
      'the auditor',
      person(post('auditor', '16')),
      quiet,
      'processes:read processes:history processes:print',
      'all',
    ],
    ['administrators', person(post('systemAdministrator', DISTRICT)), inside, '', 'own'],
  ])('%s', (_who, subject, process, may, sight) => {
    const asked = ['processes:read', 'processes:history', 'processes:print', 'processes:act'] as const;
    expect(asked.filter((action) => verdict(subject, action, process) === 'yes').join(' ')).toBe(may);
    expect(namingFor(subject, process).sight).toBe(sight);
  });

  it.each<[string, Subject, boolean]>([
    ['the subdistrict there', person(post('subdistrict', EAST)), true],
    ['a deputy who is asked', person(post('deputy', EAST)), true],
    ['a department that only has a part in it', person(post('department', '16', 'lamps')), false],
    ['the auditor', person(post('auditor', DISTRICT)), false],
    ['a stranger', anonymous, false],
  ])('%s knows who said something, or does not', (_who, subject, knows) => {
    expect(namingFor(subject, inside).knowsReporter).toBe(knows);
  });

  it('nothing of the inside is for strangers', () => {
    const actions = [
      'processes:history',
      'processes:print',
      'items:list',
      'items:read',
      'items:act',
    ] as const;
    expect(actions.map((action) => verdict(anonymous, action))).toEqual(actions.map(() => 'not-signed-in'));
    expect(verdict(anonymous, 'processes:begin')).toBe('yes');
  });

  it('a deputy is let to tasks that ask for one, and to no task of a matter', () => {
    const deputy = person(post('deputy', EAST));
    expect(verdict(deputy, 'tasks:act', inside)).toBe('yes');
    expect(verdict(deputy, 'tasks:act', { matterId: 'm', placePath: PARK })).toBe('not-yours');
  });
});

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const people = fc.integer({ min: 0, max: 2 }).map(id);
const units = fc.integer({ min: 4, max: 6 }).map(id);
const paths = fc.constantFrom('15', '15/01', '15/01/001', '15/01/0019', '15/02', '15/0_');
const roles = fc.constantFrom('community', 'department', 'supervisor', 'auditor', 'deputy', 'resident');

const posts = fc.array(
  fc.tuple(roles, paths, fc.option(units)).map(([role, path, unit]) => post(role, path, unit)),
  { maxLength: 2 },
);
const subjects: fc.Arbitrary<Subject> = fc.oneof(
  fc.record({ personId: people, posts }).map((one) => ({ ...anonymous, ...one })),
  fc.constant(anonymous),
);
const processes = fc.record({
  takenById: fc.option(people),
  unitIds: fc.uniqueArray(units, { maxLength: 2 }),
  placePath: paths,
  personIds: fc.uniqueArray(people, { maxLength: 2 }),
  invitedIds: fc.uniqueArray(people, { maxLength: 1 }),
  isPublic: fc.boolean(),
  asked: fc.array(fc.record({ role: roles, placePath: paths }), { maxLength: 2 }),
});

const columns = {
  ...{ takenById: 't', unitIds: 'u', placePath: 'p', personIds: 'n', isPublic: 'o', processId: 'x' },
  invitedIds: 'v',
};

describe('a list of processes', () => {
  it('shows exactly those that `decide` lets the caller read', async () => {
    const property = fc.asyncProperty(subjects, processes, async (caller, process) => {
      const { takenById, unitIds, placePath, personIds, isPublic, invitedIds, asked } = process;
      const values = [id(9), takenById, unitIds, placePath, personIds, isPublic, invitedIds];
      const seen = scope(caller, 'processes:list', columns, values);
      const asks = seen.values.length + 1;
      const { rowCount } = await house.db.pool.query(
        `with task as (select $1::uuid as process_id, null::uuid as unit_id, null::uuid as person_id, role, "placePath" as place_path
                       from jsonb_to_recordset($${asks}::jsonb) as given (role text, "placePath" text))
         select 1 from (select $1::uuid as x, $2::uuid as t, $3::uuid[] as u, $4::text as p, $5::uuid[] as n, $6::boolean as o, $7::uuid[] as v) one
         where ${seen.sql}`,
        [...seen.values, JSON.stringify(asked)],
      );
      expect(rowCount === 1).toBe(decide(caller, 'processes:read', process).may);
    });
    await fc.assert(property, { numRuns: 400 });
  });
});
