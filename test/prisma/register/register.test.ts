import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { loadTown } from '../../../prisma/catalogue.ts';
import { takeIn } from '../../../prisma/intake.ts';
import type { StartPayload } from '../../../prisma/intake-row.ts';
import { carried } from '../../../prisma/register/carried.ts';
import { communities } from '../../../prisma/register/communities.ts';
import { members } from '../../../prisma/register/members.ts';
import { receivers } from '../../../prisma/register/receivers.ts';
import { troubles } from '../../../prisma/register/troubles.ts';
import { COMMUNITY, DISTRICT, ESTATE, SUBDISTRICT, livingTown } from '../small-town.ts';
import type { LivingTown } from '../small-town.ts';

const OTHER = '150602/150602001/150602001002';
const station = { kind: 'station', place: '150602001001', superior: null, handles: false };
const deputy = (account: string, unit: string, place: string) => ({
  ...{ account, name: account, nameEn: account, passwordHash: '!' },
  posts: [{ role: 'deputy', unit, place }],
});

let town: LivingTown;
let ids: Awaited<ReturnType<typeof loadTown>>;
beforeAll(async () => {
  town = await livingTown();
  ids = await loadTown(town.db, {
    places: [
      { code: '150602001002', parent: '150602001', level: 'community', name: '锦秀', nameEn: 'Jinxiu' },
      { code: '150602002', parent: '150602', level: 'subdistrict', name: '公园', nameEn: 'Gongyuan' },
    ],
    units: [
      { code: 'station', name: '联络站', nameEn: 'Station', ...station },
      { code: 'station-far', name: '联络站', nameEn: 'Station', ...station, place: '150602001002' },
    ],
    people: ['ann', 'bao', 'chen'].map((name) => deputy(name, 'station', '150602001001')),
    memberships: [
      { unit: 'transport', place: '150602001', powers: ['traffic'] },
      { unit: 'housing', place: '150602001', isStanding: true, powers: ['housing', 'safety.fire'] },
      { unit: 'gov', place: '150602002', powers: ['housing'] },
    ],
  });
  await loadTown(town.db, { people: [deputy('dong', 'station-far', '150602001002')] });
});
afterAll(() => town.end());

const at = (day: string) => `${day}T02:00:00.000Z`;
const asked = (more: Partial<StartPayload> = {}): StartPayload => ({
  ...{ process: 'quarterly-claim', place: SUBDISTRICT, receivedAt: at('2026-10-01') },
  ...{ facts: { period: '2026Q4' }, ...more },
});

/** A matter as the read model knows it. */
async function matter(
  day: string,
  more: { place?: string; kind?: string; paused?: boolean; ended?: string } = {},
) {
  const { place = ESTATE, kind = 'housing.lift', paused = false, ended = null } = more;
  const taken = await takeIn(town.db, {
    ...{
      key: randomUUID(),
      subjectId: 'test',
      raw: {},
      process: 'six-step',
      way: 'resident',
      channel: 'web',
    },
    ...{ answerBy: 'web', kind, placeId: town.place(ESTATE), text: '电梯坏了' },
  });
  const id = taken.kind === 'conflict' ? '' : taken.receipt.id;
  await town.db.pool.query(
    `insert into matter (id, status, step, kind, place_path, unit_ids, way, is_paused, opened_at, ending)
     values ($1, $2, 'handle', $3, $4, '{}', 'resident', $5, $6, $7)`,
    [id, ended === null ? 'open' : 'closed', kind, place, paused, at(day), ended],
  );
  return id;
}

/** A process of a period, with what is on its list. */
async function processOf(type: string, place: string, facts: object, day: string, items: object[] = []) {
  const id = randomUUID();
  await town.db.pool.query(
    `insert into process (id, type, seq, state, place_path, opened_at) values ($1, $2, 1, $3, $4, $5)`,
    [id, type, JSON.stringify({ facts }), place, at(day)],
  );
  const rows = items.map((item, n) => ({ id: `${id}.i${n + 1}`, process_id: id, process: type, ...item }));
  await town.db.pool.query(`insert into item select * from jsonb_populate_recordset(null::item, $1)`, [
    JSON.stringify(rows.map((row) => ({ status: 'closed', opened_at: at(day), place_path: ESTATE, ...row }))),
  ]);
  return id;
}

describe('the members of a subdistrict', () => {
  it('are those that have not ended, the standing ones first, with their powers', async () => {
    expect(await members(town.db, asked())).toEqual([
      { unit: town.unit('housing'), isStanding: true, powers: ['housing', 'safety.fire'] },
      { unit: town.unit('transport'), isStanding: false, powers: ['traffic'] },
    ]);
  });

  it('are written down once, however often the town is loaded', async () => {
    await loadTown(town.db, { memberships: [{ unit: 'housing', place: '150602001', powers: ['other'] }] });
    expect(await members(town.db, asked())).toHaveLength(2);
  });
});

describe('the communities of a subdistrict', () => {
  it('are the places of that level below it', async () => {
    expect(await communities(town.db, asked())).toEqual([{ place: COMMUNITY }, { place: OTHER }]);
    expect(await communities(town.db, asked({ place: DISTRICT }))).toEqual([]);
  });
});

describe('what a quarter leaves over', () => {
  const need = { kind: 'need', facts: { words: 'w:1', kind: 'housing.lift', place: ESTATE, times: 1 } };

  it('is nothing where there was none before', async () => {
    expect(await carried(town.db, asked())).toEqual([]);
  });

  it('are the needs that carry over or are not decided, of the last quarter before, in that place', async () => {
    await processOf('quarterly-claim', SUBDISTRICT, { period: '2026Q1' }, '2026-01-01', [
      { ...need, ending: 'carriedOver' },
    ]);
    await processOf('quarterly-claim', '150602/150602002', { period: '2026Q3' }, '2026-07-01', [
      { ...need, ending: 'carriedOver' },
    ]);
    const before = await processOf('quarterly-claim', SUBDISTRICT, { period: '2026Q2' }, '2026-04-01', [
      { ...need, ending: 'done' },
      { ...need, ending: 'carriedOver' },
      { ...need, kind: 'problem', ending: 'carriedOver' },
      { ...need, status: 'open', facts: { words: 'w:2', kind: 'housing.lift', place: ESTATE } },
      { ...need, ending: 'refused' },
    ]);
    await processOf('quarterly-claim', SUBDISTRICT, { period: '2026Q4' }, '2026-10-01', [
      { ...need, ending: 'carriedOver' },
    ]);
    const left = { place: ESTATE, kind: 'housing.lift' };
    expect(await carried(town.db, asked())).toEqual([
      { ...left, words: 'w:1', times: 1, from: { process: before, item: 'i2' }, isOpen: false },
      { ...left, words: 'w:2', times: 0, from: { process: before, item: 'i4' }, isOpen: true },
    ]);
  });
});

describe('the troubles of a subdistrict', () => {
  it('are matters that hang, and the latest of a kind that came three times to a place in 90 days', async () => {
    const [first, second] = [await matter('2026-08-01'), await matter('2026-08-02', { ended: 'closed' })];
    await matter('2026-05-01');
    expect(await troubles(town.db, asked())).toEqual([]);
    const third = await matter('2026-09-03');
    const hanging = await matter('2026-01-03', { paused: true, kind: 'traffic.road', place: COMMUNITY });
    await matter('2026-01-03', { paused: true, ended: 'closed' });
    await matter('2026-09-04', { place: COMMUNITY });
    const words = expect.stringMatching(/^w:[0-9a-f-]{36}:[0-9a-f]{64}$/);
    expect(await troubles(town.db, asked())).toEqual([
      { process: hanging, place: COMMUNITY, kind: 'traffic.road', words, why: 'suspended' },
      { process: third, place: ESTATE, kind: 'housing.lift', words, why: 'repeated' },
    ]);
    expect([first, second]).not.toContain(third);
  });

  it('are never complaints, and never those of another subdistrict', async () => {
    const before = await troubles(town.db, asked());
    await matter('2026-09-05', { paused: true, kind: 'conduct.official' });
    await matter('2026-09-05', { paused: true, place: '150602/150602002' });
    expect(await troubles(town.db, asked())).toEqual(before);
  });
});

describe('the rota of a station', () => {
  const visit = () => receivers(town.db, asked({ process: 'station-session', place: COMMUNITY }));
  const names = (list: unknown) =>
    (Array.isArray(list) ? list : []).map((id) => [...ids.people].find(([, known]) => known === id)?.[0]);

  it('goes round: whoever has not received for the longest time is next, whoever is away last', async () => {
    expect(names(await visit())).toEqual(['ann', 'bao', 'chen']);
    const received = (account: string, day: string) =>
      processOf('station-session', COMMUNITY, { receiver: ids.people.get(account) }, day);
    await received('ann', '2026-08-01');
    await received('bao', '2026-07-01');
    expect(names(await visit())).toEqual(['chen', 'bao', 'ann']);
    await town.db.pool.query(
      'insert into absence (id, person_id, from_at, until_at) values ($1, $2, $3, $4)',
      [...[randomUUID(), ids.people.get('chen'), at('2026-09-30'), at('2026-10-05')]],
    );
    expect(names(await visit())).toEqual(['bao', 'ann', 'chen']);
  });
});
