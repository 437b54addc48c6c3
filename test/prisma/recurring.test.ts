import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { loadTown } from '../../prisma/catalogue.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { openPeriod } from '../../prisma/open-period.ts';
import { recurringAt } from '../../prisma/recurring.ts';
import { catalog, processNamed } from '../../workflows/catalog.ts';
import { Actor } from '../../workflows/process/actor.ts';
import type { ProcessDefinition } from '../../workflows/process/definition.ts';
import type { Rhythmic } from '../../workflows/process/entrance.ts';
import { onceId } from '../../prisma/once-id.ts';
import { SUBDISTRICT, livingTown } from './small-town.ts';
import type { LivingTown } from './small-town.ts';

const process = 'quarterly-claim';
const calendar = await loadCalendar('cn');
const pack = { ...(await loadPolicy('dongsheng')), name: 'dongsheng' };

let town: LivingTown;
beforeAll(async () => {
  town = await livingTown();
  const inForce = (version: string, processes: typeof pack.processes) => [
    { calendar, policy: { ...pack, version, processes } },
  ];
  await loadPolicies(town.db, inForce('none', {}), new Date('2018-01-01'));
  await loadPolicies(town.db, inForce('all', { [process]: {} }), new Date('2026-07-20T00:00:00Z'));
  await loadPolicies(town.db, inForce('end', {}), new Date('2027-07-20T00:00:00Z'));
});
afterAll(() => town.end());
beforeEach(() => town.db.pool.query('delete from outbox'));

const open = (at: string, now: string, place = SUBDISTRICT) =>
  openPeriod(town.db, { process, place, at }, new Date(now));
const errands = async () =>
  (await town.db.pool.query('select id, payload from outbox where lane = $1', ['start'])).rows;

const october = '2026-09-30T16:00:00.000Z'; // midnight in China

describe('what begins by itself', () => {
  it('is in every place of its level while a pack in force lists it', async () => {
    const at = async (day: string) =>
      (await recurringAt(town.db, new Date(day))).filter((one) => one.process === process);
    expect(await at('2026-07-19')).toEqual([]);
    expect(await at('2026-11-22')).toEqual([
      { process, code: '150602001', place: SUBDISTRICT, every: 'quarter', since: new Date(october) },
    ]);
    expect(await at('2027-07-21')).toEqual([]);
  });

  it('is opened where it needs a unit only if there is one', async () => {
    const visits = processNamed('station-session');
    const rhythm: Rhythmic = {
      ...{ level: 'community', unit: 'station' },
      every: () => 'month',
      facts: () => ({}),
    };
    const place = {
      code: 'with',
      parent: '150602',
      level: 'subdistrict',
      name: 'w',
      nameEn: 'w',
      policy: 'with',
    };
    const below = (code: string) => ({ ...place, code, parent: 'with', level: 'community', policy: null });
    await loadTown(town.db, {
      places: [place, below('c1'), below('c2')],
      units: [
        {
          ...{ code: 's', kind: 'station', name: 's', nameEn: 's', place: 'c2' },
          ...{ superior: null, handles: false },
        },
      ],
    });
    const policy = { ...pack, name: 'with', version: '1', processes: { 'station-session': {} } };
    await loadPolicies(town.db, [{ calendar, policy }], new Date('2018-01-01'));
    const codes = async (...all: ProcessDefinition[]) =>
      (await recurringAt(town.db, new Date('2026-11-22'), all)).map(({ code }) => code);
    expect(await codes({ ...visits, rhythm })).toEqual(['c2']);
    expect(await codes({ ...visits, rhythm: { ...rhythm, unit: undefined } })).toEqual(['c1', 'c2']);
    expect(await codes({ ...visits, rhythm: undefined })).toEqual([]);
  });
});

describe('the opening of a period', () => {
  it('files one start, with the id by which the entrance opens it too', async () => {
    const opened = await open(october, '2026-10-01T02:00:00Z');
    const [door] = catalog[process]?.entrances ?? [];
    const clerk = Actor.parse({ person: null, role: 'subdistrict', unit: null, place: SUBDISTRICT });
    const threshold = { now: new Date('2026-12-01'), time: { calendar, office: pack.office }, numbers: {} };
    const { once } = door?.begin(clerk, {}, threshold) ?? {};
    const id = await onceId(town.db.pool, SUBDISTRICT, once?.at ?? new Date(0), once?.names ?? []);
    expect(opened).toEqual({ kind: 'filed', id, period: '2026Q4' });
    const payload = {
      ...{ process, place: SUBDISTRICT, receivedAt: '2026-10-01T02:00:00.000Z' },
      facts: { period: '2026Q4' },
    };
    expect(await errands()).toEqual([{ id: `start:${id}`, payload }]);
  });

  it('files no second one, whoever asks, whenever, however many at once', async () => {
    const asks = ['2026-10-01T02:00:00Z', '2026-11-05T00:00:00Z', '2026-12-31T15:59:59Z'];
    await Promise.all(asks.flatMap((now) => [open(october, now), open(now, now)]));
    expect(await errands()).toHaveLength(1);
  });

  it.each([
    ['late, in the last second of its quarter', october, '2026-12-31T15:59:59Z', 'filed'],
    ['when its quarter is over', october, '2026-12-31T16:00:00Z', 'over'],
    ['for a day before the town ran it', '2026-06-30T16:00:00Z', '2026-08-01T00:00:00Z', 'notRun'],
    ['when the town runs it no more', '2027-06-30T16:00:00Z', '2027-07-21T00:00:00Z', 'notRun'],
    ['in a place under no pack', october, october, 'notRun', '999999/999999001'],
  ])('%s', async (_when, at, now, kind, place = SUBDISTRICT) => {
    expect((await open(at, now, place)).kind).toBe(kind);
    expect(await errands()).toHaveLength(kind === 'filed' ? 1 : 0);
  });
});
