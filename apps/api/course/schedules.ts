// What begins by itself has a Temporal Schedule in each place; here they are kept as the packs in force want them.
import {
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ServiceError,
  isGrpcServiceError,
} from '@temporalio/client';
import { recurringAt } from '../../../prisma/recurring.ts';
import type { Course } from './course.ts';
import { isAsWanted, prefixOf, scheduleOf } from './schedule.ts';
import type { Scheduled } from './schedule.ts';

/** Temporal has this long for a whole round. Milliseconds. */
const PATIENCE = 60_000;

/**
 * Creates the schedules that are missing, changes those that are not as they should be, and removes those that no town
 * wants any more. May run at any time and by several at once. A new one looks back to the beginning of its period: `open`
 * refuses what the town did not run then. Throws ServiceError while Temporal is away.
 */
export const keepSchedules = (course: Course, signal: AbortSignal): Promise<void> =>
  course.client.withAbortSignal(signal, () =>
    course.client.withDeadline(Date.now() + PATIENCE, () => keepAll(course, new Date())),
  );

async function keepAll(course: Course, now: Date): Promise<void> {
  const wanted = await recurringAt(course.db, now);
  const ids = new Set<string>();
  for (const one of wanted) {
    const options = scheduleOf(course, one, now);
    ids.add(options.scheduleId);
    await keep(course, options);
  }
  for await (const { scheduleId } of course.client.schedule.list()) {
    if (scheduleId.startsWith(prefixOf(course)) && !ids.has(scheduleId)) await remove(course, scheduleId);
  }
}

async function keep({ client }: Course, options: Scheduled): Promise<void> {
  const handle = client.schedule.getHandle(options.scheduleId);
  try {
    if (isAsWanted(await handle.describe(), options)) return;
    await handle.update(({ state }) => ({ ...options, state }));
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
    await create(client, options);
  }
}

async function create({ schedule }: Course['client'], options: Scheduled): Promise<void> {
  try {
    await schedule.create(options);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error; // somebody else was as quick
  }
}

async function remove({ client }: Course, id: string): Promise<void> {
  try {
    await client.schedule.getHandle(id).delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}

/** gRPC: cancelled, deadline exceeded, unavailable. */
const AWAY = [1, 4, 14];

/** Temporal cannot be reached, or the round was ended: nothing is wrong, the next round does it. */
export const isTemporalAway = (error: unknown): boolean =>
  error instanceof ServiceError && isGrpcServiceError(error.cause) && AWAY.includes(error.cause.code);
