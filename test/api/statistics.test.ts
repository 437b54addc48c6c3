import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { record } from '../../prisma/record.ts';
import { wholeCourse } from '../prisma/course.ts';
import { keepPastCourse } from '../prisma/past-course.ts';
import { COMMUNITY, DISTRICT, ESTATE, SUBDISTRICT } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';
import type { Json, Visitor } from './visitor.ts';

let house: House;
let supervisor: Visitor;
let played = '';

const DAY = 86_400_000;

/** Each course as its steps with the days on which they were entered. */
const cases = [
  {
    ...{ name: 'a', place: ESTATE, unit: 'housing', hour: 9, due: '2026-03-09', rating: 'satisfied' },
    steps:
      'analyse:2026-03-02 ledger:2026-03-03 handle:2026-03-03 feedBack:2026-03-05 evaluate:2026-03-05 assess:2026-03-06 end:2026-03-06',
  },
  {
    ...{ name: 'b', place: COMMUNITY, unit: 'housing', hour: 9, due: '2026-03-09', rating: 'unsolved' },
    steps:
      'analyse:2026-03-02 ledger:2026-03-03 handle:2026-03-04 feedBack:2026-03-10 evaluate:2026-03-10 handle:2026-03-11',
  },
  {
    ...{ name: 'c', place: SUBDISTRICT, unit: 'transport', hour: 15, due: '2026-03-13', rating: null },
    steps:
      'analyse:2026-03-11 ledger:2026-03-11 handle:2026-03-12 handle:2026-03-13 feedBack:2026-03-17 evaluate:2026-03-17 assess:2026-03-30 end:2026-03-30',
  },
  {
    ...{ name: 'd', place: DISTRICT, unit: null, hour: 10, due: null, rating: null },
    steps: 'analyse:2026-03-14 end:2026-03-16',
  },
] as const;
const ids: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse();
  for (const { name, unit, ...course } of cases) {
    const unitId = unit && (house.ids.units.get(unit) ?? '');
    ids[name] = await keepPastCourse(house.db, { ...course, unitId });
  }
  supervisor = await house.as('supervisor', { 'accept-language': 'en' });
  const inForce = { policy: await loadPolicy('dongsheng'), calendar: await loadCalendar('cn') };
  await loadPolicies(house.db, [inForce], new Date('2018-01-01'));
  const report = { kind: 'housing.lift', place: ESTATE.split('/').at(-1), words: 'x' };
  played = (await visitor(house.app).post('/api/v1/matters', report)).body.id;
  const id = (map: Map<string, string>) => (name: string) => map.get(name) ?? '';
  const { places, units, people } = house.ids;
  const town = { db: house.db, url: house.url, place: id(places), unit: id(units), person: id(people) };
  await record(house.db, played, wholeCourse({ ...town, end: async () => {} }, played));
});
afterAll(() => house.close());

const MARCH = 'from=2026-03-01&until=2026-03-31';
const ask = async (what: string, query: string = MARCH, who = supervisor): Promise<Json> =>
  (await who.get(`/api/v1/statistics/${what}${what.includes('?') ? '&' : '?'}${query}`)).body;
const listed = async (query: string, who = supervisor): Promise<string> =>
  ((await ask('cases', query, who)).items ?? [])
    .map(({ id }: Json) => Object.keys(ids).find((name) => ids[name] === id) ?? '?')
    .sort()
    .join('');

describe('a trend', () => {
  it('says week by week what was received, closed, fell late, and what is open at the end', async () => {
    const { items } = await ask('trend?by=week');
    expect(
      items.map(({ from, received, closed, late, open }: Json) => [from, received, closed, late, open]),
    ).toEqual([
      ['2026-03-01', 0, 0, 0, 0],
      ['2026-03-02', 2, 1, 0, 1],
      ['2026-03-09', 2, 0, 2, 3],
      ['2026-03-16', 0, 1, 0, 2],
      ['2026-03-23', 0, 0, 0, 2],
      ['2026-03-30', 0, 1, 0, 1],
    ]);
  });

  it.each(['day', 'week', 'month'])('by %s counts what its lists hold', async (by) => {
    const { items } = await ask(`trend?by=${by}`);
    for (const { from, until, ...counts } of items)
      for (const what of ['received', 'closed', 'late']) {
        const list = await listed(`of=${what}&from=${from}&until=${until}`);
        expect([from, what, list.length]).toEqual([from, what, counts[what]]);
      }
  });

  it('takes in what was open before it began', async () => {
    const { items } = await ask('trend?by=month', 'from=2026-03-15&until=2026-04-15');
    expect(items.map(({ open }: Json) => open)).toEqual([1, 1]);
  });
});

describe('the funnel', () => {
  it('says how far each matter came, and its lists are as long', async () => {
    const { items } = await ask('funnel');
    expect(items.map(({ n }: Json) => n)).toEqual([4, 3, 3, 3, 2, 1]);
    for (const { stage, n } of items) expect((await listed(`${MARCH}&stage=${stage}`)).length).toBe(n);
  });
});

describe('the heat', () => {
  it('counts places by weekday, and by hour, as their lists do', async () => {
    const place = house.ids.places.get(SUBDISTRICT.split('/').at(-1) ?? '');
    const { rows } = await ask(`heat?place=${place}`);
    expect(rows.map(({ place: { title }, n }: Json) => [title, n])).toEqual([
      ['Jiaotong Subdistrict', [0, 0, 1, 0, 0, 0, 0]],
      ['Anda Community', [2, 0, 0, 0, 0, 0, 0]],
    ]);
    expect(await listed(`${MARCH}&place=${place}&direct=true&weekday=3`)).toBe('c');
    const byHour = await ask(`heat?by=hour&place=${place}`);
    expect(byHour.rows[1].n[9]).toBe(2);
    expect(await listed(`${MARCH}&place=${place}&hour=9`)).toBe('ab');
  });
});

describe('the ranking', () => {
  it('shows raw counts beside shares, and which shares are of too few', async () => {
    const { items } = await ask('ranking');
    expect(
      items.map(({ owner, received, overdue, timely, late, dated, lateShare, isFew }: Json) => [
        ...[owner.title, received, overdue, timely, late, dated, lateShare, isFew],
      ]),
    ).toEqual([
      [expect.any(String), 2, 1, 1, 1, 2, 0.5, true],
      [expect.any(String), 1, 0, 0, 1, 1, 1, true],
    ]);
    const [{ id }] = items;
    expect(await listed(`${MARCH}&unit=${id}&state=late`)).toBe('b');
  });

  it('counts places likewise', async () => {
    const { items } = await ask('ranking?by=place');
    expect(items.map(({ owner, received }: Json) => [owner.title, received])).toEqual([
      ['Jiaotong Subdistrict', 3],
      ['Dongsheng', 1],
    ]);
  });
});

describe('traffic', () => {
  it('counts enterings, ways and rework, with the median stay', async () => {
    const { cases: n, open, reworked, steps, paths } = await ask('traffic?process=six-step');
    expect([n, open, reworked]).toEqual([4, 1, 2]);
    const handle = steps.find(({ step }: Json) => step === 'handle');
    // two days, six days, one day and four; the one that goes on has no length yet
    expect(handle).toMatchObject({ entered: 5, cases: 3, again: 2, medianMs: 3 * DAY, now: 1, overdue: 1 });
    expect(paths.find(({ from, to }: Json) => from === 'evaluate' && to === 'handle')).toEqual({
      ...{ from: 'evaluate', to: 'handle', times: 1, cases: 1, isBack: true },
    });
    for (const { from, to, cases: some } of paths)
      expect((await listed(`process=six-step&${MARCH}&path=${from}-${to}`)).length).toBe(some);
    for (const { step, cases: some, now } of steps) {
      const standing =
        step === 'end' ? 0 : (await listed(`process=six-step&${MARCH}&standing=${step}`)).length;
      expect([step, (await listed(`process=six-step&${MARCH}&step=${step}`)).length, standing]).toEqual([
        step,
        some,
        now,
      ]);
    }
    expect(await listed(`process=six-step&${MARCH}&rework=true`)).toBe('bc');
    expect(await listed(`process=six-step&${MARCH}&again=handle`)).toBe('bc');
  });

  it('is refused for what is no process', async () => {
    expect((await supervisor.get('/api/v1/statistics/traffic?process=nothing')).status).toBe(400);
  });
});

describe('places', () => {
  it('count what is open and overdue in each part, and add up', async () => {
    const { way, total, items } = await ask('places', '');
    expect(way.map(({ title }: Json) => title)).toEqual(['Dongsheng']);
    expect(total).toMatchObject({ open: 1, overdue: 1 });
    expect(items).toMatchObject([
      { place: { title: 'Jiaotong Subdistrict', hasChildren: true }, open: 1, overdue: 1 },
    ]);
  });

  it('are all of a level at once when asked for', async () => {
    expect((await ask('places', 'by=estate')).items.map(({ place }: Json) => place.level)).toEqual([
      'district',
      'estate',
    ]);
  });
});

describe('the board', () => {
  it('says what is open, and hides numbers of parts so small that people could be known by them', async () => {
    const board = await ask('board', '');
    expect(board).toMatchObject({
      smallest: 3,
      totals: { open: 1, overdue: 1 },
      colours: { blue: 1 },
      repeated: [],
    });
    // A single part would be the total itself: nothing is broken down.
    expect([board.places, board.units]).toEqual([[], []]);
    expect(board.days).toHaveLength(14);
    expect(JSON.stringify(board)).not.toContain(ids['b']);
  });
});

describe('in whose hands the time was', () => {
  it('is told clock by clock, with the rungs that were reached and whose time it was', async () => {
    const { clocks, hands, daysOff, workDayMs } = (await supervisor.get(`/api/v1/matters/${played}/hands`))
      .body;
    expect(workDayMs).toBe(7 * 3_600_000);
    expect(clocks.map(({ title }: Json) => title)).toContain('Handle');
    const handled = clocks.find(({ title }: Json) => title === 'Handle');
    expect(
      handled.rungs.filter(({ state }: Json) => state === 'passed').map(({ does }: Json) => does),
    ).toContain('letter');
    const housing = hands.find(({ unit }: Json) => unit?.value === house.ids.units.get('housing'));
    expect(housing.overMs).toBeGreaterThan(0);
    expect(housing.heldMs).toBeGreaterThan(housing.overMs);
    expect(daysOff[0]).toEqual({
      from: '2025-03-08T00:00:00.000+08:00',
      until: '2025-03-10T00:00:00.000+08:00',
    });
  });
});

describe('who may see numbers', () => {
  it.each([
    ['supervisor', 'abcd'],
    ['auditor', 'abcd'],
    ['subdistrict', 'abc'],
    ['community', 'ab'],
    ['transport', 'c'],
  ])('%s counts and lists what is theirs', async (account, expected) => {
    const who = await house.as(account);
    expect(await listed(MARCH, who)).toBe(expected);
    expect((await ask('funnel', MARCH, who)).items[0].n).toBe(expected.length);
  });

  it.each(['resident', 'security'])('%s does not', async (account) => {
    const who = await house.as(account);
    for (const what of [
      'trend',
      'cases',
      'board',
      'places',
      'ranking',
      'heat',
      'funnel',
      'traffic?process=six-step',
    ])
      expect((await who.get(`/api/v1/statistics/${what}`)).status).toBe(403);
    expect((await who.get(`/api/v1/matters/${played}/hands`)).status).toBe(403);
  });

  it('an unknown place is not found', async () => {
    const { status } = await supervisor.get(
      '/api/v1/statistics/trend?place=018f3a52-0000-7000-8000-000000000001',
    );
    expect(status).toBe(404);
  });
});
