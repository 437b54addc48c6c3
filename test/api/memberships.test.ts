import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { DISTRICT, SUBDISTRICT } from '../prisma/small-town.ts';
import { loadTown } from '../../prisma/catalogue.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import type { Json } from './visitor.ts';

let house: House;
let ids: House['ids'];

beforeAll(async () => {
  house = await openHouse();
  ids = await loadTown(house.db, {
    places: [
      { code: '150602002', parent: '150602', level: 'subdistrict', name: '公园街道', nameEn: 'Gongyuan' },
    ],
    memberships: [{ unit: 'housing', place: '150602001', isStanding: true, powers: ['housing'] }],
  });
  await house.hire('callback.head', {
    ...{ role: 'supervisor', unit: 'supervision', place: DISTRICT, isHead: true, callBack: true },
  });
});
afterAll(() => house.close());

const list = '/api/v1/memberships';
const place = (path: string) => ids.places.get(path.split('/').at(-1) ?? '') ?? '';
const unit = (code: string) => ids.units.get(code) ?? '';
const transport = () => ({
  ...{ unit: unit('transport'), place: place(SUBDISTRICT), standing: 'partTime' },
  powers: ['housing.lift'],
});

describe('the member units', () => {
  it('are shown to staff with their powers by name, in both languages', async () => {
    const clerk = await house.as('housing');
    const { body } = await clerk.get(`${list}?place=${place(DISTRICT)}`);
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        unit: { value: unit('housing'), title: 'housing' },
        place: { value: place(SUBDISTRICT), title: '交通街道' },
        isStanding: true,
        powers: [{ value: 'housing', title: '住房物业' }],
        actions: [],
      },
    ]);
    expect(body.actions).toEqual([]);
    const english = await clerk.get(list, { 'accept-language': 'en' });
    expect(english.body.items[0].powers).toEqual([{ value: 'housing', title: 'Housing' }]);
    expect((await clerk.get(`${list}?place=${place('150602002')}`)).body.items).toEqual([]);
  });

  it('are admitted and ended by following the actions, once, with a trace of who did it', async () => {
    const head = await house.as('subdistrict.head');
    const before = (await head.get(list)).body;
    const [admit] = before.actions;
    expect(admit.input.properties.place.oneOf).toEqual([{ const: place(SUBDISTRICT), title: '交通街道' }]);
    expect(admit.input.properties.unit.oneOf).toContainEqual({
      const: unit('transport'),
      title: 'transport',
    });

    const key = { 'idempotency-key': randomUUID() };
    const admitted = await head.post(admit.href, transport(), key);
    expect([admitted.status, (await head.post(admit.href, transport(), key)).body]).toEqual([
      201,
      admitted.body,
    ]);
    const { items } = (await head.get(list)).body;
    expect(items.map((item: Json) => item.unit.title)).toEqual(['housing', 'transport']);

    const [end] = items[1].actions;
    expect((await head.post(end.href, {})).status).toBe(200);
    expect((await head.get(list)).body.items).toHaveLength(1);
    expect((await head.post(end.href, {})).body.type).toBe('/problems/member-ended');
    const { rows } = await house.db.pool.query(
      `select name, subject_id from command where process_id = $1 order by received_at`,
      [admitted.body.id],
    );
    const subject_id = ids.people.get('subdistrict.head');
    expect(rows.slice(0, 2)).toEqual([
      { name: 'admitMember', subject_id },
      { name: 'endMembership', subject_id },
    ]);
    expect((await head.post(admit.href, transport())).status).toBe(201);
  });

  it('are admitted by the supervisor in every subdistrict', async () => {
    const { actions } = (await (await house.as('supervisor')).get(list)).body;
    expect(actions[0].input.properties.place.oneOf).toHaveLength(2);
  });
});

describe('a membership is refused', () => {
  it.each(['subdistrict', 'community.head', 'housing.head', 'callback.head', 'auditor', 'deputy'])(
    'to %s, and nothing is offered to them',
    async (account) => {
      const who = await house.as(account);
      const { status, body } = await who.post(list, { ...transport(), unit: unit('community') });
      expect([status, body.type]).toEqual([403, '/problems/not-yours']);
      expect((await who.get(list)).body.actions ?? []).toEqual([]);
    },
  );

  it.each<[string, () => object, number, string]>([
    ['of a unit that is a member', () => ({ unit: unit('housing') }), 422, 'member-known'],
    ['of a unit that nobody knows', () => ({ unit: randomUUID() }), 422, 'unit-unknown'],
    ['over a kind that nobody knows', () => ({ powers: ['nothing'] }), 422, 'kind-unknown'],
    ['without powers', () => ({ powers: [] }), 400, 'malformed'],
    ['of a district', () => ({ place: place(DISTRICT) }), 422, 'place-unknown'],
    ['in another subdistrict', () => ({ place: place('150602002') }), 403, 'not-yours'],
  ])('%s', async (_what, more, status, type) => {
    const head = await house.as('subdistrict.head');
    const answer = await head.post(list, { ...transport(), ...more() });
    expect([answer.status, answer.body.type]).toEqual([status, `/problems/${type}`]);
  });

  it('to two heads at once for the same unit: one of them admits it', async () => {
    const head = await house.as('subdistrict.head');
    const wish = { ...transport(), unit: unit('community') };
    const answers = await Promise.all([1, 2, 3].map(() => head.post(list, wish)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  });

  it('where there is none to end, and where somebody else has the say', async () => {
    const head = await house.as('subdistrict.head');
    expect((await head.post(`${list}/${randomUUID()}/end`, {})).status).toBe(404);
    const { items } = (await head.get(list)).body;
    const clerk = await house.as('subdistrict');
    expect((await clerk.post(`${list}/${items[0].id}/end`, {})).status).toBe(403);
  });
});
