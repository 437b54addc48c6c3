// How long something may take, in the one notation of practice.md ("How terms are written"), and when that is over.
import { z } from 'zod';
import { unpublishedFrom } from './calendar.ts';
import type { WorkTime } from './calendar.ts';
import { dayNumber, dayOf, localDay, startOfDay } from './local-time.ts';
import type { LocalDay } from './local-time.ts';
import { isPlain, isWorking, readTerm } from './notation.ts';
import type { ParsedTerm } from './notation.ts';
import { clockEnd, countingStart, plainMs, workingEnd } from './span.ts';
import { BadInput } from './violation.ts';
import { advance, nextOpening, workDayMs } from './work-time.ts';
import type { Kind } from './work-time.ts';

/** About forty years: no calendar is stretched by the weekend rule further than that. */
const MOST_WORKING_DAYS = 10_000;
const END_OF_WIRE_TIME = Date.UTC(9999, 11, 31);

/** A term as policies, forms, the API and the command line write it: `10s` … `5wd-eod`. */
export const Term = z.string().refine((text) => readTerm(text) !== undefined, {
  error: (issue) => `"${String(issue.input)}" is not a term like 30min, 24h, 7d-eod, 1mo, 4wh or 5wd-eod`,
});
export type Term = z.infer<typeof Term>;

/** A term whose length does not depend on where it starts: no `-eod`, no months. */
export const PlainTerm = Term.refine((text) => {
  const term = readTerm(text);
  return term !== undefined && isPlain(term);
}, 'must be a term without -eod and without months');

/** When a term ends, and from which day on its holidays are not yet published (working terms only). */
export interface Due {
  at: Date;
  /** From where it counts: the start, the next opening, or the day after receipt (次日起). */
  countsFrom: Date;
  unpublishedFrom?: LocalDay;
}

/** Throws BadInput `term.notation`, naming the term. */
export function parseTerm(text: string): ParsedTerm {
  const term = readTerm(text);
  if (!term) throw new BadInput('term.notation', { term: text });
  return term;
}

/** Whether a term counts by the clock or in working time. Throws as parseTerm does. */
export function kindOf(term: string): Kind {
  return isWorking(parseTerm(term)) ? 'working' : 'clock';
}

/**
 * The moment at which a term that starts at `start` is over. Throws BadInput `term.notation`, `term.reach` (too
 * long for the calendar or the year 9999) or `calendar.before` (the start lies before the calendar), naming the term.
 */
export function dueAt(start: Date, term: string, time: WorkTime): Due {
  const parsed = parseTerm(term);
  if (!isWorking(parsed)) return { at: inReach(clockEnd(start, parsed, time), term), countsFrom: start };
  checkCalendar(start, term, parsed, time);
  const countsFrom = countingStart(start, parsed, time);
  const at = inReach(workingEnd(start, countsFrom, parsed, time), term);
  return {
    at,
    countsFrom,
    unpublishedFrom: unpublishedFrom(dayOf(at, time.office.utcOffset), time.calendar),
  };
}

/**
 * A span that ended at `at`, made longer by `term`: extensions and rungs after due. Unlike a start, closing time
 * does not move to the next opening (Friday 17:30 and `1wd` is Monday 17:30), and 24:00 belongs to the day it ends.
 */
export function addTerm(at: Date, term: string, time: WorkTime): Date {
  const parsed = parseTerm(term);
  const { count, unit, isToEndOfDay } = parsed;
  if (isWorking(parsed)) {
    checkCalendar(at, term, parsed, time);
    if (isToEndOfDay) return inReach(workingEnd(at, at, parsed, time), term);
    const isOpen = nextOpening(at, time).getTime() === at.getTime();
    const landing = unit === 'wd' && isOpen ? 'opening' : 'closing';
    return inReach(advance('working', at, plainMs(count, unit, time), time, landing), term);
  }
  const isMidnight =
    startOfDay(dayOf(at, time.office.utcOffset), time.office.utcOffset).getTime() === at.getTime();
  if (!isMidnight || (unit !== 'mo' && !isToEndOfDay)) return inReach(clockEnd(at, parsed, time), term);
  const end = clockEnd(new Date(at.getTime() - 1), parsed, time);
  return inReach(isToEndOfDay ? end : new Date(end.getTime() + 1), term);
}

/** Milliseconds of a term without `-eod` and without months, in its own kind of time. Throws BadInput for others. */
export function lengthOf(term: string, time: WorkTime): number {
  const parsed = parseTerm(term);
  if (!isPlain(parsed)) throw new BadInput('term.noFixedLength', { term });
  return plainMs(parsed.count, parsed.unit, time);
}

function checkCalendar(start: Date, term: string, { count, unit }: ParsedTerm, time: WorkTime): void {
  const { calendar, office } = time;
  if (Number.isNaN(start.getTime())) throw new BadInput('time.invalid', { term });
  const days = plainMs(count, unit, time) / workDayMs(office);
  if (days > MOST_WORKING_DAYS) throw new BadInput('term.reach', { term });
  const day = dayOf(start, office.utcOffset);
  if (day >= dayNumber(calendar.from)) return;
  throw new BadInput('calendar.before', {
    term,
    calendar: calendar.id,
    from: calendar.from,
    day: localDay(day),
  });
}

function inReach(at: Date, term: string): Date {
  if (!(at.getTime() <= END_OF_WIRE_TIME)) throw new BadInput('term.reach', { term });
  return at;
}
