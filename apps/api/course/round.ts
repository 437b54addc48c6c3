// Rounds: what the API does by itself, again and again, until it is told to stop.
import { setTimeout as pause } from 'node:timers/promises';
import { isAway } from '../../../prisma/away.ts';
import { reroute } from '../../../prisma/telling/route.ts';
import type { Course } from './course.ts';
import { relay } from './relay.ts';
import { isTemporalAway, keepSchedules } from './schedules.ts';
import { sweep } from './sweep.ts';

/** Milliseconds between two looks when there was nothing to do. */
const IDLE = 250;
const AFTER_TROUBLE = 2_000;
const BETWEEN_SWEEPS = 5_000;

/** Walks a round until the signal ends it. A round that finds work goes on at once. */
async function walk(
  course: Course,
  look: () => Promise<number>,
  idle: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const wait = await look().then(
      (found) => (found > 0 ? 0 : idle),
      (error: unknown) => {
        if (!isAway(error) && !isTemporalAway(error)) course.log.error({ error }, 'round failed');
        return AFTER_TROUBLE;
      },
    );
    await pause(wait, undefined, { signal }).catch(() => undefined);
  }
}

const BETWEEN_ROUTINGS = 60_000;
const BETWEEN_SCHEDULINGS = 120_000;

/** Starts relay and sweeper; the promise ends when all have stopped after the signal. */
export async function walkRounds(course: Course, signal: AbortSignal): Promise<void> {
  await Promise.all([
    walk(course, () => relay(course, 'start'), IDLE, signal),
    walk(course, () => relay(course, 'message'), IDLE, signal),
    walk(course, async () => (await sweep(course), 0), BETWEEN_SWEEPS, signal),
    // Absences begin and end by themselves: whoever is there now is looked for again.
    walk(course, async () => (await reroute(course.db), 0), BETWEEN_ROUTINGS, signal),
    walk(course, async () => (await keepSchedules(course, signal), 0), BETWEEN_SCHEDULINGS, signal),
  ]);
}
