// Where a term ends once it has been read: the arithmetic behind term.ts, by the clock and in working days.
import { workedDays } from './calendar.ts';
import type { WorkTime } from './calendar.ts';
import { addMonths, dayOf, startOfDay } from './local-time.ts';
import type { ParsedTerm, Unit } from './notation.ts';
import { advance, closingOf, nextOpening, workDayMs } from './work-time.ts';

const UNIT_MS: Partial<Record<Unit, number>> = {
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  wmin: 60_000,
  wh: 3_600_000,
};

/** Milliseconds in the unit's own kind of time; 0 for months, which have no fixed length. */
export function plainMs(count: number, unit: Unit, time: WorkTime): number {
  return count * (unit === 'wd' ? workDayMs(time.office) : (UNIT_MS[unit] ?? 0));
}

/** The end of a term by the clock. */
export function clockEnd(start: Date, { count, unit, isToEndOfDay }: ParsedTerm, time: WorkTime): Date {
  const { utcOffset } = time.office;
  const end =
    unit === 'mo'
      ? addMonths(start, count, utcOffset)
      : new Date(start.getTime() + plainMs(count, unit, time));
  return isToEndOfDay ? startOfDay(dayOf(end, utcOffset) + 1, utcOffset) : end;
}

/** From where a working term counts: the next opening, or the day after receipt 次日起. */
export function countingStart(start: Date, { isToEndOfDay }: ParsedTerm, time: WorkTime): Date {
  if (!isToEndOfDay) return nextOpening(start, time);
  return startOfDay(dayOf(start, time.office.utcOffset) + 1, time.office.utcOffset);
}

/** The end of a working term: the n-th day's closing, or `count` units after `countsFrom`. */
export function workingEnd(start: Date, countsFrom: Date, term: ParsedTerm, time: WorkTime): Date {
  if (term.isToEndOfDay)
    return closingOf(nthWorkedDay(dayOf(start, time.office.utcOffset), term.count, time), time.office);
  const landing = term.unit === 'wd' ? 'opening' : 'closing';
  return advance('working', countsFrom, plainMs(term.count, term.unit, time), time, landing);
}

function nthWorkedDay(after: number, count: number, time: WorkTime): number {
  const isWorked = workedDays(time.calendar);
  let day = after;
  for (let left = count; left > 0;) if (isWorked(++day)) left--;
  return day;
}
