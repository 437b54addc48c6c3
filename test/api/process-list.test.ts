import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../prisma/id.ts';
import { DISTRICT, ESTATE } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';
import type { Json } from './visitor.ts';

let house: House;
const id = newId();

beforeAll(async () => {
  house = await openHouse();
  const state = { facts: { source: 'hand' } };
  const row = { id, type: 'supervision', seq: 1, state, placePath: ESTATE, openedAt: new Date() };
  await house.db.prisma.process.create({ data: row });
  await house.hire('deputy.list', { role: 'deputy', unit: null, place: DISTRICT });
});
afterAll(() => house.close());

const lists = ['/api/v1/processes', '/api/v1/items', '/api/v1/left?process=supervision'];

describe('the lists of processes', () => {
  it.each([
    'supervisor',
    'auditor',
    'community',
    'subdistrict',
    'housing',
    'grid',
    'deputy.list',
    'resident',
  ])('are answered to %s, whatever of them may be seen', async (account) => {
    const who = await house.as(account);
    for (const href of lists) expect([href, (await who.get(href)).status < 500]).toEqual([href, true]);
  });

  it.each(['supervisor', 'auditor', 'community', 'subdistrict'])(
    'show %s what lies there',
    async (account) => {
      const { status, body } = await (await house.as(account)).get('/api/v1/processes');
      expect(status).toBe(200);
      expect(body.items.map((one: Json) => one.id)).toEqual([id]);
    },
  );

  it('show a stranger what is public only', async () => {
    const { status, body } = await visitor(house.app).get('/api/v1/processes');
    expect([status, body.items]).toEqual([200, []]);
  });
});
