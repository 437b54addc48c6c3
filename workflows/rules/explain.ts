// Every deadline explained: where it counts from, which days were skipped and why, pauses, extensions and who
// granted them, therefore due at. It tells what dueAt and the clock have computed; it computes no deadline itself.
import { workedDays } from './calendar.ts';
import type { Calendar, Holiday, WorkTime } from './calendar.ts';
import type { Clock, Extension, Pause } from './clock.ts';
import { dayNumber, dayOf, isWeekend, localDay, localIso } from './local-time.ts';
import type { LocalDay } from './local-time.ts';
import { dueAt, kindOf, parseTerm } from './term.ts';
import type { Kind } from './work-time.ts';

/** A run of days on which nobody works, both ends included. */
export interface SkippedDays {
  from: LocalDay;
  to: LocalDay;
  why: 'weekend' | 'holiday';
  name?: Holiday['name'];
}

/** Instants are RFC 3339 with the place's offset. `skipped` and `madeUpDays` 调休 are empty for clock time. */
export interface Explanation {
  startedAt: string;
  term: string;
  counting: Kind;
  countsFrom: string;
  skipped: SkippedDays[];
  madeUpDays: LocalDay[];
  dueAt: string;
  unpublishedFrom?: LocalDay;
}

/** A clock's whole course. `firstDueAt` is what the term alone gave; `dueAt` is null while paused. */
export interface ClockExplanation extends Omit<Explanation, 'dueAt'> {
  firstDueAt: string;
  state: Clock['state'];
  pauses: Pause[];
  extensions: Extension[];
  rework: number;
  dueAt: string | null;
  leftMs: number | null;
}

/** How a term's deadline came about. Throws as dueAt does. */
export function explainDue(start: Date, term: string, time: WorkTime): Explanation {
  const due = dueAt(start, term, time);
  const { utcOffset } = time.office;
  return {
    startedAt: localIso(start, utcOffset),
    term,
    counting: kindOf(term),
    countsFrom: localIso(due.countsFrom, utcOffset),
    ...daysOnTheWay(start, due.at, term, time),
    dueAt: localIso(due.at, utcOffset),
    unpublishedFrom: due.unpublishedFrom,
  };
}

/** How a clock's deadline came about; `rework` says the how-manieth re-handling it belongs to, 0 for none. */
export function explainClock(clock: Clock, time: WorkTime, rework = 0): ClockExplanation {
  const start = new Date(clock.startedAt);
  const { dueAt: firstDueAt, ...first } = explainDue(start, clock.term, time);
  const local = (at: string) => localIso(new Date(at), time.office.utcOffset);
  const days = clock.dueAt === null ? {} : daysOnTheWay(start, new Date(clock.dueAt), clock.term, time);
  return {
    ...first,
    ...days,
    firstDueAt,
    state: clock.state,
    pauses: clock.pauses.map((pause) => ({
      ...pause,
      from: local(pause.from),
      until: pause.until && local(pause.until),
    })),
    extensions: clock.extensions.map((one) => ({
      ...one,
      at: local(one.at),
      from: local(one.from),
      to: local(one.to),
    })),
    rework,
    dueAt: clock.dueAt && local(clock.dueAt),
    leftMs: clock.leftMs,
    unpublishedFrom: clock.unpublishedFrom,
  };
}

function daysOnTheWay(start: Date, due: Date, term: string, time: WorkTime) {
  if (kindOf(term) === 'clock') return { skipped: [], madeUpDays: [] };
  const { utcOffset } = time.office;
  const first = dayOf(start, utcOffset) + (parseTerm(term).isToEndOfDay ? 1 : 0);
  const days = Array.from({ length: Math.max(0, dayOf(due, utcOffset) - first + 1) }, (_, i) => first + i);
  const isWorked = workedDays(time.calendar);
  return {
    skipped: joined(days.filter((day) => !isWorked(day)).map((day) => skippedDay(day, time.calendar))),
    madeUpDays: days.filter((day) => isWorked(day) && isWeekend(day)).map(localDay),
  };
}

function skippedDay(number: number, calendar: Calendar): SkippedDays {
  const day = localDay(number);
  const holiday = calendar.holidays?.find(({ from, to }) => from <= day && day <= to);
  if (holiday) return { from: day, to: day, why: 'holiday', name: holiday.name };
  return { from: day, to: day, why: isWeekend(number) ? 'weekend' : 'holiday' };
}

function joined(days: SkippedDays[]): SkippedDays[] {
  const runs: SkippedDays[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && continues(last, day)) last.to = day.to;
    else runs.push(day);
  }
  return runs;
}

function continues(run: SkippedDays, day: SkippedDays): boolean {
  return (
    dayNumber(run.to) + 1 === dayNumber(day.from) && run.why === day.why && run.name?.en === day.name?.en
  );
}
