import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { opening } from '../../apps/worker/processes/opening.ts';
import { openDatabase } from '../../prisma/client.ts';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { periodBefore, periodOf, startOfPeriod } from '../../workflows/rules/period.ts';
import { SUBDISTRICT, livingTown } from '../prisma/small-town.ts';
import type { LivingTown } from '../prisma/small-town.ts';

let town: LivingTown;
beforeAll(async () => {
  town = await livingTown();
  const policy = { ...(await loadPolicy('dongsheng')), processes: { 'quarterly-claim': {} } };
  await loadPolicies(town.db, [{ policy, calendar: await loadCalendar('cn') }], new Date('2018-01-01'));
});
afterAll(() => town.end());

type Line = { level: number; msg: string };
const lines: Line[] = [];
beforeEach(() => void lines.splice(0));
const log = pino({ level: 'info' }, { write: (line) => lines.push(JSON.parse(line)) });

const quarter = periodOf(new Date(), 'quarter', '+08:00');
const opened = (period: string) => ({
  ...{ process: 'quarterly-claim', place: SUBDISTRICT },
  at: startOfPeriod(period, '+08:00').toISOString(),
});
const starts = async () => (await town.db.pool.query(`select id from outbox where lane = 'start'`)).rows;

describe('the activity open', () => {
  it('files the start of the period, once however often Temporal repeats it', async () => {
    const { open } = opening(town.db, log);
    await open(opened(quarter));
    await open(opened(quarter));
    expect(await starts()).toHaveLength(1);
  });

  it('says loudly that a period has passed unopened, and lets it be', async () => {
    await opening(town.db, log).open(opened(periodBefore(quarter, '+08:00')));
    expect(lines).toEqual([expect.objectContaining({ level: 40, msg: 'a period has passed unopened' })]);
    expect(await starts()).toHaveLength(1);
  });

  it('fails so that Temporal repeats it while the database is away, and says no more than a name', async () => {
    const away = openDatabase('postgresql://nobody@127.0.0.1:1/secret', { keys: town.db.keys });
    const failing = opening(away, log).open(opened(quarter));
    await expect(failing).rejects.toMatchObject({ nonRetryable: false });
    await expect(failing).rejects.not.toThrow(/127|secret/);
    await away.close();
  });
});
