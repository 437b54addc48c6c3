// A clock on a task or a matter: started at dispatch, paused, resumed, extended, stopped, and whose time it was.
// Plain JSON, so that it can travel in a workflow's state; every function gives back a new clock.
import { z } from 'zod';
import { unpublishedFrom } from './calendar.ts';
import type { WorkTime } from './calendar.ts';
import { dayOf } from './local-time.ts';
import { Term, addTerm, dueAt, kindOf, parseTerm } from './term.ts';
import { isLate } from './timely.ts';
import { BadInput, NotNow } from './violation.ts';
import { advance, elapsed } from './work-time.ts';
import type { Landing } from './work-time.ts';

const Instant = z.iso.datetime();

export const Pause = z.strictObject({ from: Instant, until: Instant.optional(), reason: z.string() });
export type Pause = z.infer<typeof Pause>;

/** `from` and `to` are the due times before and after. */
export const Extension = z.strictObject({
  at: Instant,
  term: Term,
  grantedBy: z.string(),
  from: Instant,
  to: Instant,
});
export type Extension = z.infer<typeof Extension>;

/** A rung that has been carried out, or recorded as overtaken by a higher one. `at` is the rung's own moment. */
export const FiredRung = z.strictObject({ rung: z.string(), at: Instant, overtaken: z.boolean() });
export type FiredRung = z.infer<typeof FiredRung>;

/** In whose hands the clock was, from when until when. */
export const Charge = z.strictObject({ unit: z.string(), from: Instant, until: Instant.optional() });
export type Charge = z.infer<typeof Charge>;

/** `dueAt` is unknown while paused; `leftMs` is then what is left, in the clock's own kind of time (may be negative). */
export const Clock = z.strictObject({
  id: z.string(),
  of: z.enum(['task', 'matter']),
  term: Term,
  startedAt: Instant,
  dueAt: Instant.nullable(),
  state: z.enum(['running', 'paused', 'stopped']),
  leftMs: z.number().nullable(),
  pauses: z.array(Pause),
  extensions: z.array(Extension),
  stoppedAt: Instant.optional(),
  ladder: z.string(),
  fired: z.array(FiredRung),
  unpublishedFrom: z.iso.date().optional(),
  heldBy: z.string().nullable(),
  charges: z.array(Charge),
});
export type Clock = z.infer<typeof Clock>;

export type ClockStart = Pick<Clock, 'id' | 'of' | 'term' | 'ladder' | 'heldBy'>;

/** A running clock. Throws BadInput as dueAt does. */
export function startClock(start: ClockStart, startedAt: Date, time: WorkTime): Clock {
  const { id, of, term, ladder, heldBy } = start;
  const from = startedAt.toISOString();
  const charges = heldBy === null ? [] : [{ unit: heldBy, from }];
  const fresh: Clock = {
    ...{
      id,
      of,
      term,
      startedAt: from,
      dueAt: null,
      state: 'running',
      leftMs: null,
      pauses: [],
      extensions: [],
    },
    ...{ ladder, fired: [], heldBy, charges },
  };
  return withDue(fresh, dueAt(startedAt, term, time).at, time);
}

/** From now on its due time is unknown. Throws NotNow `clock.notRunning`. */
export function pauseClock(clock: Clock, reason: string, now: Date, time: WorkTime): Clock {
  const leftMs = elapsed(kindOf(clock.term), now, dueOf(clock), time);
  const pauses = [...clock.pauses, { from: now.toISOString(), reason }];
  return { ...clock, state: 'paused', dueAt: null, leftMs, pauses, unpublishedFrom: undefined };
}

/** Due = now + what was left, in its own kind of time (practice.md, fine point 2). Throws NotNow `clock.notPaused`. */
export function resumeClock(clock: Clock, now: Date, time: WorkTime): Clock {
  if (clock.state !== 'paused' || clock.leftMs === null)
    throw new NotNow('clock.notPaused', { clock: clock.id });
  const due = advance(kindOf(clock.term), now, clock.leftMs, time, landingOf(clock));
  return withDue({ ...clock, state: 'running', leftMs: null, pauses: endedPauses(clock, now) }, due, time);
}

/**
 * Due = old due + what was granted (fine point 4). Throws NotNow `clock.notRunning` or `clock.afterDue`, BadInput
 * `extension.otherKind` where a clock by the calendar is given working time or the other way round.
 */
export function extendClock(clock: Clock, term: string, grantedBy: string, now: Date, time: WorkTime): Clock {
  if (isLate(dueOf(clock), now)) throw new NotNow('clock.afterDue', { clock: clock.id });
  if (kindOf(term) !== kindOf(clock.term))
    throw new BadInput('extension.otherKind', { term, clockTerm: clock.term });
  return extended(clock, { at: now.toISOString(), term, grantedBy }, time);
}

/** Ends it, paused or not; a stopped clock stays as it is. The time stays charged to whoever held it. */
export function stopClock(clock: Clock, now: Date): Clock {
  if (clock.state === 'stopped') return clock;
  const [pauses, charges] = [endedPauses(clock, now), endedCharges(clock, now)];
  return { ...clock, state: 'stopped', stoppedAt: now.toISOString(), pauses, charges };
}

/** The same course under a new calendar or office: pauses and extensions are kept. A stopped clock stays as it is. */
export function recomputeClock(clock: Clock, newTime: WorkTime): Clock {
  if (clock.state === 'stopped') return clock;
  const fresh = startClock(clock, new Date(clock.startedAt), newTime);
  const replayed = courseOf(clock).reduce((course, step) => step(course, newTime), fresh);
  const { pauses, fired, charges } = clock;
  return { ...replayed, pauses, fired, charges };
}

/** From now on the time is charged to another unit, or to nobody (null). Throws NotNow `clock.stopped`. */
export function chargeTo(clock: Clock, unit: string | null, now: Date): Clock {
  if (clock.state === 'stopped') throw new NotNow('clock.stopped', { clock: clock.id });
  if (unit === clock.heldBy) return clock;
  const opened = unit === null ? [] : [{ unit, from: now.toISOString() }];
  return { ...clock, heldBy: unit, charges: [...endedCharges(clock, now), ...opened] };
}

/** Milliseconds in each unit's hands up to now, in the clock's own kind of time, without pauses. */
export function chargedTime(clock: Clock, now: Date, time: WorkTime): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { unit, from, until } of clock.charges) {
    const spent = runningTime(clock, new Date(from), until === undefined ? now : new Date(until), time);
    sums[unit] = (sums[unit] ?? 0) + spent;
  }
  return sums;
}

/** Milliseconds that the clock has run up to now (or until it stopped), in its own kind of time, without pauses. */
export function usedTime(clock: Clock, now: Date, time: WorkTime): number {
  const end = clock.stoppedAt === undefined ? now : new Date(clock.stoppedAt);
  return runningTime(clock, new Date(clock.startedAt), end, time);
}

/** Milliseconds left in its own kind of time; negative when late; of a stopped clock, what was left when it stopped. */
export function remaining(clock: Clock, now: Date, time: WorkTime): number {
  if (clock.dueAt === null) return clock.leftMs ?? 0;
  const at = clock.stoppedAt === undefined ? now : new Date(clock.stoppedAt);
  return elapsed(kindOf(clock.term), at, new Date(clock.dueAt), time);
}

/** Whether something done at `doneAt` was done in time, to the second (fine point 9). */
export function isTimely(clock: Clock, doneAt: Date): boolean {
  if (clock.dueAt === null) return (clock.leftMs ?? 0) >= 0;
  return !isLate(new Date(clock.dueAt), doneAt);
}

function dueOf(clock: Clock): Date {
  if (clock.state !== 'running' || clock.dueAt === null)
    throw new NotNow('clock.notRunning', { clock: clock.id });
  return new Date(clock.dueAt);
}

function withDue(clock: Clock, due: Date, time: WorkTime): Clock {
  const isWorking = kindOf(clock.term) === 'working';
  const mark = isWorking ? unpublishedFrom(dayOf(due, time.office.utcOffset), time.calendar) : undefined;
  return { ...clock, dueAt: due.toISOString(), unpublishedFrom: mark };
}

function extended(clock: Clock, grant: Omit<Extension, 'from' | 'to'>, time: WorkTime): Clock {
  const old = dueOf(clock);
  const due = addTerm(old, grant.term, time);
  const extension = { ...grant, from: old.toISOString(), to: due.toISOString() };
  return withDue({ ...clock, extensions: [...clock.extensions, extension] }, due, time);
}

function endedPauses({ pauses }: Clock, now: Date): Pause[] {
  return pauses.map((pause) => (pause.until === undefined ? { ...pause, until: now.toISOString() } : pause));
}

function endedCharges({ charges }: Clock, now: Date): Charge[] {
  return charges.map((charge) =>
    charge.until === undefined ? { ...charge, until: now.toISOString() } : charge,
  );
}

/** `1wd` keeps the time of day, so 08:30 stays 08:30; whatever else ends with the office ends at closing. */
function landingOf({ term, extensions }: Clock): Landing {
  const { unit, isToEndOfDay } = parseTerm(term);
  const endsWithDay = isToEndOfDay || extensions.some((extension) => parseTerm(extension.term).isToEndOfDay);
  return unit === 'wd' && !endsWithDay ? 'opening' : 'closing';
}

function runningTime(clock: Clock, from: Date, to: Date, time: WorkTime): number {
  const kind = kindOf(clock.term);
  return clock.pauses.reduce(
    (sum, pause) => {
      const begins = new Date(Math.max(from.getTime(), Date.parse(pause.from)));
      const ends = new Date(
        Math.min(to.getTime(), pause.until === undefined ? Infinity : Date.parse(pause.until)),
      );
      return begins < ends ? sum - elapsed(kind, begins, ends, time) : sum;
    },
    elapsed(kind, from, to, time),
  );
}

type Step = (clock: Clock, time: WorkTime) => Clock;

/** What happened to a clock, in order; at one instant a pause ends before an extension, and that before a new pause. */
function courseOf({ pauses, extensions }: Clock): Step[] {
  // A pause of no length took nothing away; its place among acts of the same instant is not known.
  const real = pauses.filter(({ from, until }) => from !== until);
  const steps = [
    ...real.map(({ from, reason }) =>
      stepAt(from, 2, (clock, time, now) => pauseClock(clock, reason, now, time)),
    ),
    ...extensions.map(({ at, term, grantedBy }) =>
      stepAt(untilRunning(at, real), 1, (clock, time) => extended(clock, { at, term, grantedBy }, time)),
    ),
    ...real.flatMap(({ until }) =>
      until === undefined ? [] : [stepAt(until, 0, (clock, time, now) => resumeClock(clock, now, time))],
    ),
  ];
  return steps.sort((a, b) => a.at - b.at || a.rank - b.rank).map(({ step }) => step);
}

function stepAt(at: string, rank: number, step: (clock: Clock, time: WorkTime, now: Date) => Clock) {
  const now = new Date(at);
  return { at: now.getTime(), rank, step: (clock: Clock, time: WorkTime) => step(clock, time, now) };
}

/** An extension dated back into a pause (to when it was asked for) counts from the pause's end. */
function untilRunning(at: string, pauses: Pause[]): string {
  return pauses.find(({ from, until }) => from < at && until !== undefined && at < until)?.until ?? at;
}
