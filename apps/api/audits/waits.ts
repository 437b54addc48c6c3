import type { WorkTime } from '../../../workflows/rules/calendar.ts';
import { elapsed } from '../../../workflows/rules/work-time.ts';

/** How long nothing happened: by the clock, and within office hours. Milliseconds. */
export type Wait = { ms: number; workMs: number };

/** Shorter than this nobody calls it waiting, and working time is not worth counting. Milliseconds. */
const SHORT = 60_000;

/** The time from the moment before to this one. */
export function waitBetween(before: Date | undefined, at: Date, time: WorkTime): Wait {
  const ms = before === undefined ? 0 : Math.max(0, at.getTime() - before.getTime());
  if (before === undefined || ms < SHORT) return { ms, workMs: 0 };
  return { ms, workMs: workedBetween(before, at, time) };
}

/** Zero where the calendar does not reach so far back: an import may be older than it. */
function workedBetween(from: Date, to: Date, time: WorkTime): number {
  try {
    return elapsed('working', from, to, time);
  } catch {
    return 0;
  }
}
