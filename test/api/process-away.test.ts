import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topicsOf } from '../../apps/api/events/topics.ts';
import { resourceOf } from '../../apps/api/door/resource.ts';
import { anonymous } from '../../apps/api/door/subject.ts';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { catalog } from '../../workflows/catalog.ts';
import { ESTATE } from '../prisma/small-town.ts';
import { trial } from '../processes/trial/definition.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import type { Visitor } from './visitor.ts';

let house: House;
let community: Visitor;

beforeAll(async () => {
  Reflect.set(catalog, trial.name, trial);
  house = await openHouse();
  const policy = { ...(await loadPolicy('dongsheng')), version: 'trial', processes: { trial: {} } };
  await loadPolicies(house.db, [{ policy, calendar: await loadCalendar('cn') }], new Date('2018-01-01'));
  community = await house.as('community');
});
afterAll(async () => {
  await house.close();
  Reflect.deleteProperty(catalog, trial.name);
});

const door = '/api/v1/processes/trial/entrances/callTrial';
const call = { place: ESTATE, words: '校门口缺树荫' };

describe('while Temporal is away, a process', () => {
  it('is taken in, and read as received', async () => {
    const key = { 'idempotency-key': 'called-while-away' };
    const { status, body } = await community.post(door, call, key);
    expect([status, body.status]).toEqual([201, 'received']);
    expect((await community.post(door, call, key)).body).toEqual(body);
    const seen = (await community.get(body.href)).body;
    expect(seen).toMatchObject({
      status: 'received',
      label: '春天植树',
      step: null,
      tasks: [],
      items: [],
      actions: [],
    });
    expect((await community.get(`${body.href}/history`)).body.items).toEqual([]);
    expect((await community.get(`${body.href}/deadlines`)).body.items).toEqual([]);
    expect((await community.post(`${body.href}/acts/askTools`, {})).status).toBe(409);
    expect((await (await house.as('housing')).get(`${body.href}/history`)).status).toBe(403);
    const { rows } = await house.db.pool.query('select payload from outbox where id = $1', [
      `start:${body.id}`,
    ]);
    expect(JSON.stringify(rows)).not.toContain('校门口');
  });

  it('is told of to open consoles by its id, and to nobody who may not see it', async () => {
    const { body } = await community.post(door, call);
    const about = await resourceOf(house.db, 'course', body.id);
    const person = house.ids.people.get('community') ?? '';
    const post = { role: 'community', placePath: ESTATE, unitId: null, unitIds: [], id: 'p', placeId: 'x' };
    const clerk = {
      ...{ ...anonymous, personId: person },
      posts: [{ ...post, rank: 'A', isHead: false, callBack: false }],
    };
    expect(topicsOf({ about, people: [person] }, clerk)).toEqual(
      expect.arrayContaining([`process:${body.id}`, 'processes', 'items', 'tasks', 'notices']),
    );
    expect(topicsOf({ about: { ...about, isPublic: false }, people: [] }, anonymous)).toEqual([]);
  });
});
