// Ladders are judged by letting them run: clocks are started at different hours of a week, and the rungs are placed by
// the very rule that a running process uses.
import { startClock } from './clock.ts';
import { rungsOf } from './ladder.ts';
import { dayNumber, startOfDay } from './local-time.ts';
import { noticesOf, timeOf } from './policy-ground.ts';
import type { Ground } from './policy-ground.ts';
import { rungsIn } from './policy-sections.ts';
import { RuleViolation } from './violation.ts';

/** When in a week a clock may be started: in the morning, before closing, at night. Minutes of the day. */
const HOURS = [9 * 60 + 10, 17 * 60, 22 * 60];
const MINUTE = 60_000;

/** The moments of each rung by its name, for one clock. */
export type Course = ReadonlyMap<string, number>;

/** The courses of clocks with these terms on a ladder, as far as they can be placed. */
export function coursesOf(pack: unknown, ladder: string, terms: readonly string[], ground: Ground): Course[] {
  const time = timeOf(pack, ground);
  const rungs = rungsIn(pack, ladder).map(({ rung }) => rung);
  const first = dayNumber(time.calendar.from) + 7;
  const starts = Array.from({ length: 7 }, (_, day) =>
    HOURS.map((minutes) => startOfDay(first + day, time.office.utcOffset).getTime() + minutes * MINUTE),
  ).flat();
  const notices = noticesOf(pack);
  const place = (term: string, start: number): Course[] => {
    try {
      const clock = startClock({ id: 'any', of: 'task', term, ladder, heldBy: null }, new Date(start), time);
      const placed = rungsOf(clock, rungs, time, notices);
      return [new Map(placed.map(({ rung, at }) => [rung.rung, at.getTime()]))];
    } catch (error) {
      // A term past the calendar's reach is a fault of its own, where it stands.
      if (error instanceof RuleViolation) return [];
      throw error;
    }
  };
  return [...new Set(terms)].flatMap((term) => starts.flatMap((start) => place(term, start)));
}
