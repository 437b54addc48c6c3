import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ScheduleDescription, ScheduleHandle } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import { openCourse } from '../../apps/api/course-given.ts';
import type { Course } from '../../apps/api/course/course.ts';
import { keepSchedules } from '../../apps/api/course/schedules.ts';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { loadTown } from '../../prisma/catalogue.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import type { Policy } from '../../workflows/rules/policy.ts';
import { endOfPeriod, periodBefore, periodOf, startOfPeriod } from '../../workflows/rules/period.ts';
import type { Rhythm } from '../../workflows/rules/period.ts';
import { openWorks } from './works.ts';
import type { Works } from './works.ts';

const OFFSET = '+08:00';
const QUARTERLY = 'quarterly-claim';
const MONTHLY = 'station-session';
const now = new Date();
const quarter = periodOf(now, 'quarter', OFFSET);
const quarterBefore = startOfPeriod(periodBefore(quarter, OFFSET), OFFSET);

/** Four subdistricts: the last two are of towns of their own. */
const FIRST = '150602001';
const SECOND = '150602002';
const LATE = '150602003';
const WITHOUT = '150602004';
const place = (code: string, policy: string | null = null) => ({
  ...{ code, parent: '150602', level: 'subdistrict', name: code, nameEn: code, policy },
});

let works: Works;
let course: Course;
let basis: { policy: Policy; calendar: Awaited<ReturnType<typeof loadCalendar>> };

/** Puts a pack in force from a moment: what its town runs is all that it differs by. */
async function enact(
  name: string,
  version: string,
  processes: Policy['processes'],
  from: Date,
): Promise<void> {
  const { policy, calendar } = basis;
  await loadPolicies(works.db, [{ calendar, policy: { ...policy, name, version, processes } }], from);
}

beforeAll(async () => {
  works = await openWorks();
  course = works.app.get(openCourse);
  basis = { policy: await loadPolicy('dongsheng'), calendar: await loadCalendar('cn') };
  await loadTown(works.db, { places: [place(SECOND), place(LATE, 'late'), place(WITHOUT, 'without')] });
  await enact('dongsheng', 'test', { [QUARTERLY]: {} }, new Date('2019-01-01'));
  await enact('late', '0', {}, new Date('2018-01-01'));
  await enact('late', '1', { [QUARTERLY]: {} }, new Date(now.getTime() - 60_000));
  await enact('without', '1', {}, new Date('2018-01-01'));
});
afterAll(async () => {
  await enact('dongsheng', 'end', {}, new Date());
  await enact('late', 'end', {}, new Date());
  await keep();
  await works.close();
});

const keep = () => keepSchedules(course, new AbortController().signal);
const scheduleOf = (process: string, code: string): ScheduleHandle =>
  course.client.schedule.getHandle(`${course.queue}/${process}@${code}`);

/** Its schedules, once the server's list has caught up: as many as are expected. */
async function listed(count: number): Promise<string[]> {
  for (;;) {
    const ids: string[] = [];
    for await (const { scheduleId } of course.client.schedule.list())
      if (scheduleId.startsWith(`${course.queue}/`)) ids.push(scheduleId.slice(course.queue.length + 1));
    if (ids.length === count) return ids.sort();
    await pause(100);
  }
}

/** Waits until a schedule has acted so often, and what it started has ended. */
async function acted(schedule: ScheduleHandle, times: number): Promise<ScheduleDescription['info']> {
  for (;;) {
    const { info } = await schedule.describe();
    if (info.numActionsTaken >= times) {
      for (const { action } of info.recentActions) {
        const { workflowId, firstExecutionRunId } = action.workflow;
        await course.client.workflow.getHandle(workflowId, firstExecutionRunId).result();
      }
      return info;
    }
    await pause(50);
  }
}

/** The processes of a kind that the relay has begun, and those that it is still to begin. */
async function begun(process: string, code: string): Promise<string[]> {
  const { rows } = await works.db.pool.query<{ id: string; period: string }>(
    `select process_id as id, payload #>> '{facts,period}' as period from outbox
     where lane = 'start' and payload ->> 'process' = $1 and payload ->> 'place' = $2`,
    [process, `150602/${code}`],
  );
  for (const { id } of rows) await works.begun(id);
  return rows.map(({ period }) => period);
}

const starts = (rhythm: Rhythm, count: number): Date[] => {
  const all: Date[] = [];
  for (let at = now; all.length < count; at = all.at(-1) ?? at)
    all.push(endOfPeriod(periodOf(at, rhythm, OFFSET), OFFSET));
  return all;
};

describe('the schedules of a town', () => {
  it('are one in each place that runs the process, on the first of each quarter, midnight in China', async () => {
    await keep();
    expect(await listed(3)).toEqual([FIRST, SECOND, LATE].map((code) => `${QUARTERLY}@${code}`));
    const { info, spec, action } = await scheduleOf(QUARTERLY, FIRST).describe();
    expect(spec.timezone).toBe('Asia/Shanghai');
    expect(info.nextActionTimes.slice(0, 8)).toEqual(starts('quarter', 8));
    expect(action.args).toEqual([{ process: QUARTERLY, place: `150602/${FIRST}` }]);
  });

  it('are as they were after a second look, and after two at once', async () => {
    await keep();
    await Promise.all([keep(), keep()]);
    expect(await listed(3)).toHaveLength(3);
    for (const code of [FIRST, SECOND, LATE]) {
      const { lastUpdatedAt, numActionsTaken } = await acted(scheduleOf(QUARTERLY, code), 1);
      expect([lastUpdatedAt, numActionsTaken]).toEqual([undefined, 1]);
    }
  });

  it('come back when somebody has removed one, whoever looks first', async () => {
    await scheduleOf(QUARTERLY, SECOND).delete();
    await Promise.all([keep(), keep()]);
    expect((await scheduleOf(QUARTERLY, SECOND).describe()).info.nextActionTimes).not.toEqual([]);
  });
});

describe('an opening', () => {
  it('that was missed is made up: the quarter that runs is opened where a schedule comes late', async () => {
    for (const code of [FIRST, SECOND]) {
      await acted(scheduleOf(QUARTERLY, code), 1);
      expect(await begun(QUARTERLY, code)).toEqual([quarter]);
    }
  });

  it('happens once a quarter, however often it is asked for', async () => {
    const schedule = scheduleOf(QUARTERLY, FIRST);
    const start = startOfPeriod(quarter, OFFSET);
    const over = { start: new Date(start.getTime() - 1_000), end: now, overlap: 'ALLOW_ALL' } as const;
    for (const ask of [
      () => schedule.backfill(over),
      () => schedule.backfill(over),
      () => schedule.trigger(),
    ]) {
      const { numActionsTaken } = (await schedule.describe()).info;
      await ask();
      await acted(schedule, numActionsTaken + 1);
    }
    expect(await begun(QUARTERLY, FIRST)).toEqual([quarter]);
  });

  it('is not made up once its quarter is over', async () => {
    const schedule = scheduleOf(QUARTERLY, SECOND);
    const before = (await schedule.describe()).info.numActionsTaken;
    const start = new Date(quarterBefore.getTime() - 1_000);
    await schedule.backfill({ start, end: new Date(start.getTime() + 2_000), overlap: 'ALLOW_ALL' });
    const { recentActions } = await acted(schedule, before + 1);
    expect(recentActions.map(({ scheduledAt }) => scheduledAt)).toContainEqual(quarterBefore);
    expect(await begun(QUARTERLY, SECOND)).toEqual([quarter]);
  });

  it('waits for the next quarter where the town has only just begun to run it, unless somebody opens this one', async () => {
    const schedule = scheduleOf(QUARTERLY, LATE);
    await acted(schedule, 1);
    expect(await begun(QUARTERLY, LATE)).toEqual([]);

    await works.hire('street.late', { role: 'subdistrict', unit: 'subdistrict', place: LATE });
    const street = await works.as('street.late');
    const { status } = await street.post(`/api/v1/processes/${QUARTERLY}/entrances/openQuarter`, {});
    expect(status).toBe(201);
    expect(await begun(QUARTERLY, LATE)).toEqual([quarter]);
    await schedule.trigger();
    await acted(schedule, 2);
    expect(await begun(QUARTERLY, LATE)).toEqual([quarter]);
  });

  it('never happens in a town that does not run it', async () => {
    await expect(scheduleOf(QUARTERLY, WITHOUT).describe()).rejects.toThrow();
    expect(await begun(QUARTERLY, WITHOUT)).toEqual([]);
  });
});

describe('another version of the pack', () => {
  it('changes what has another rhythm, and removes what the town runs no more', async () => {
    await enact('dongsheng', 'monthly', { [MONTHLY]: { every: 'month' } }, new Date(now.getTime() - 5_000));
    await enact('late', 'nothing', {}, new Date(now.getTime() - 5_000));
    await loadTown(works.db, {
      units: [
        {
          ...{ code: 'station', kind: 'station', name: '站', nameEn: 'Station', handles: false },
          ...{ place: '150602001001', superior: null },
        },
      ],
    });
    await keep();
    expect(await listed(1)).toEqual([`${MONTHLY}@150602001001`]);
    const schedule = scheduleOf(MONTHLY, '150602001001');
    const monthly = await schedule.describe();
    expect(monthly.info.nextActionTimes.slice(0, 4)).toEqual(starts('month', 4));

    await enact(
      'dongsheng',
      'quarterly',
      { [MONTHLY]: { every: 'quarter' } },
      new Date(now.getTime() - 4_000),
    );
    await keep();
    const { info } = await schedule.describe();
    expect(info.nextActionTimes.slice(0, 4)).toEqual(starts('quarter', 4));
    expect(info.createdAt).toEqual(monthly.info.createdAt);
  });
});
