import { ScheduleOverlapPolicy } from '@temporalio/client';
import type { ScheduleDescription, ScheduleOptions } from '@temporalio/client';
import type { Recurring } from '../../../prisma/recurring.ts';
import type { Course } from './course.ts';

/** The months in which a period begins, as the server tells them back. */
const MONTHS = {
  month: [{ start: 'JANUARY', end: 'DECEMBER', step: 1 }],
  quarter: [{ start: 'JANUARY', end: 'OCTOBER', step: 3 }],
} as const;

/** Midnight is the town's; the period itself is reckoned by the offset of its pack. */
const ZONE = 'Asia/Shanghai';

/** So long may Temporal be away over the first of a period, and the opening is made up: the longest quarter. Milliseconds. */
const CATCH_UP = 92 * 86_400_000;

/** The server keeps whole seconds. */
const SECOND = 1_000;

/** One installation's schedules, told from those of others in the same namespace by its task queue. */
export const prefixOf = ({ queue }: Course): string => `${queue}/`;

/** The schedule of what recurs, named after process and place. A new one looks back to the beginning of its period. */
export function scheduleOf(course: Course, { process, place, code, every, since }: Recurring, now: Date) {
  const scheduleId = `${prefixOf(course)}${process}@${code}`;
  const start = new Date(since.getTime() - SECOND);
  return {
    scheduleId,
    spec: { calendars: [{ month: [...MONTHS[every]], dayOfMonth: 1 }], timezone: ZONE },
    policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow: CATCH_UP },
    action: {
      ...{ type: 'startWorkflow', workflowType: 'opening', workflowId: scheduleId, taskQueue: course.queue },
      args: [{ process, place }],
    },
    state: { backfill: [{ start, end: now, overlap: ScheduleOverlapPolicy.ALLOW_ALL }] },
  } satisfies ScheduleOptions;
}

export type Scheduled = ReturnType<typeof scheduleOf>;

type Wanted = Pick<Scheduled, 'spec' | 'policies' | 'action'>;

/** Whether what was found is the schedule that is wanted. */
export const isAsWanted = (found: ScheduleDescription, wanted: Wanted): boolean =>
  marksOf(found) === marksOf(wanted);

/** What may change about a schedule. */
const marksOf = ({ spec, policies, action }: Wanted | ScheduleDescription): string =>
  JSON.stringify([
    spec.calendars?.map(({ month }) => month),
    ...[spec.timezone, policies.overlap, policies.catchupWindow],
    ...[action.workflowType, action.taskQueue, action.args],
  ]);
