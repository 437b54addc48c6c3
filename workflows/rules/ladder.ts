// The ladder: reminder 催办, yellow card, red card, letter of supervision 督办函. Which rung lies when, which is next,
// and which of several passed ones is carried out.
import { z } from 'zod';
import type { OfficeHours, WorkTime } from './calendar.ts';
import { usedTime } from './clock.ts';
import type { Clock } from './clock.ts';
import { DAY_MS, TimeOfDay, fromLocal, sinceMidnight, toLocal } from './local-time.ts';
import { PlainTerm, Term, addTerm, kindOf, lengthOf } from './term.ts';
import { advance, elapsed } from './work-time.ts';

const HOUR_MS = 3_600_000;

/** A share of the term in its own kind of time, a span before due, or a span after it. */
export const RungMoment = z.union(
  [
    z.strictObject({ share: z.number().gt(0).lt(1) }),
    z.strictObject({ before: PlainTerm }),
    z.strictObject({ after: z.union([z.literal('due'), Term]) }),
  ],
  'must be a share of the term between 0 and 1, a term before due, or due or a term after it',
);
export type RungMoment = z.infer<typeof RungMoment>;

/**
 * `terms` limits a rung to clocks of one kind; `anytime` frees it from quiet hours (emergencies; red always is);
 * `opens` names a process that the rung begins, as the letter does a supervision 督办.
 */
export const Rung = z.strictObject({
  rung: z.string().min(1),
  when: RungMoment,
  terms: z.enum(['working', 'clock']).optional(),
  does: z.enum(['reminder', 'yellow', 'red', 'letter']),
  to: z.array(z.enum(['holder', 'head', 'superior', 'supervisor'])).min(1),
  channels: z.array(z.enum(['console', 'email'])).min(1),
  replyWithin: Term.optional(),
  anytime: z.boolean().optional(),
  opens: z.string().optional(),
});
export type Rung = z.infer<typeof Rung>;

export const Ladder = z
  .array(Rung)
  .refine(
    (rungs) => new Set(rungs.map(({ rung }) => rung)).size === rungs.length,
    'has two rungs of one name',
  );
export type Ladder = z.infer<typeof Ladder>;

/** When notices may go out, every day, by the place's wall clock. */
export const NoticeHours = z
  .strictObject({ from: TimeOfDay, until: TimeOfDay })
  .refine(({ from, until }) => from < until, 'must begin before it ends');
export type NoticeHours = z.infer<typeof NoticeHours>;

export interface RungAt {
  rung: Rung;
  at: Date;
}

/** A rung that now is to be recorded: carried out, or as overtaken. */
export interface PassedRung extends RungAt {
  overtaken: boolean;
}

/**
 * The rungs of a running clock with their moments, ascending; none while it is paused or stopped. With `notices`,
 * reminders are moved out of quiet hours. A reminder that would come at or before the clock's start is left out (the
 * dispatch itself says the due time), and so is one within an hour of another. Fired rungs are among them.
 */
export function rungsOf(clock: Clock, ladder: Ladder, time: WorkTime, notices?: NoticeHours): RungAt[] {
  if (clock.state !== 'running' || clock.dueAt === null) return [];
  const due = new Date(clock.dueAt);
  const kind = kindOf(clock.term);
  const placed = ladder
    .filter(({ terms }) => terms === undefined || terms === kind)
    .map((rung) => ({ rung, at: momentOf(rung, clock, due, time) }))
    .map(({ rung, at }) => ({
      rung,
      at: notices && comesBeforeDue(rung) ? noticeMoment(rung, at, notices, time.office) : at,
    }))
    .filter(({ rung, at }) => !isReminder(rung) || at.getTime() > Date.parse(clock.startedAt))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return withoutTwins(placed, clock);
}

/** The earliest moment at which a rung is still to be carried out; undefined when none is. */
export function nextRungAt(
  clock: Clock,
  ladder: Ladder,
  notices: NoticeHours,
  time: WorkTime,
): Date | undefined {
  return unfired(clock, ladder, notices, time)[0]?.at;
}

/**
 * The rungs at or before now that are not recorded yet, ascending. Only the last is to be carried out, the others
 * are overtaken (practice.md, fine point 14).
 */
export function passedRungs(
  clock: Clock,
  ladder: Ladder,
  notices: NoticeHours,
  now: Date,
  time: WorkTime,
): PassedRung[] {
  const passed = unfired(clock, ladder, notices, time).filter(({ at }) => at <= now);
  return passed.map(({ rung, at }, i) => ({ rung, at, overtaken: i < passed.length - 1 }));
}

/**
 * When the notice of a rung set at `at` goes out (fine point 1): in quiet hours a reminder before due goes at the last
 * allowed moment before, everything else at the next allowed one; red and emergencies know no quiet hours.
 */
export function noticeMoment(rung: Rung, at: Date, notices: NoticeHours, office: OfficeHours): Date {
  const day = noticeDay(at, notices, office);
  if (day.isAllowed || rung.does === 'red' || rung.anytime) return at;
  if (comesBeforeDue(rung)) return fromLocal(day.isBefore ? day.until - DAY_MS : day.until, office.utcOffset);
  return fromLocal(day.isBefore ? day.from : day.from + DAY_MS, office.utcOffset);
}

/** When a notice that is ready at `now` may go out: now, or at the next allowed moment. Nothing is sent back in time. */
export function noticeFrom(rung: Rung, now: Date, notices: NoticeHours, office: OfficeHours): Date {
  const day = noticeDay(now, notices, office);
  if (day.isAllowed || rung.does === 'red' || rung.anytime) return now;
  return fromLocal(day.isBefore ? day.from : day.from + DAY_MS, office.utcOffset);
}

/** The allowed hours of the day that `at` lies in, in local milliseconds. */
function noticeDay(at: Date, notices: NoticeHours, office: OfficeHours) {
  const local = toLocal(at, office.utcOffset);
  const midnight = Math.floor(local / DAY_MS) * DAY_MS;
  const [from, until] = [midnight + sinceMidnight(notices.from), midnight + sinceMidnight(notices.until)];
  return { from, until, isBefore: local < from, isAllowed: local >= from && local <= until };
}

/** A reminder that warns; one after due (a matter that is late) is never sent ahead of it. */
const comesBeforeDue = (rung: Rung): boolean => isReminder(rung) && !('after' in rung.when);

function isReminder(rung: Rung): boolean {
  return rung.does === 'reminder';
}

function momentOf({ when }: Rung, clock: Clock, due: Date, time: WorkTime): Date {
  if ('share' in when) {
    const kind = kindOf(clock.term);
    const still = Math.round(usedTime(clock, due, time) * (1 - when.share));
    return advance(kind, due, -still, time, 'closing');
  }
  if ('before' in when) return shortlyBefore(due, when.before, clock, time);
  return when.after === 'due' ? due : addTerm(due, when.after, time);
}

function shortlyBefore(due: Date, term: string, clock: Clock, time: WorkTime): Date {
  const [kind, ms, start] = [kindOf(term), lengthOf(term, time), new Date(clock.startedAt)];
  // Not looked for before the start: the calendar that the process carries may begin there.
  return ms < elapsed(kind, start, due, time) ? advance(kind, due, -ms, time) : start;
}

function unfired(clock: Clock, ladder: Ladder, notices: NoticeHours, time: WorkTime): RungAt[] {
  return rungsOf(clock, ladder, time, notices).filter(({ rung }) => !hasFired(clock, rung));
}

function hasFired(clock: Clock, { rung }: Rung): boolean {
  return clock.fired.some((one) => one.rung === rung);
}

/** Of reminders within one hour the first is kept; one that is recorded already counts as the first. */
function withoutTwins(placed: RungAt[], clock: Clock): RungAt[] {
  const isRecordedReminder = (name: string) =>
    placed.some(({ rung }) => rung.rung === name && isReminder(rung));
  const taken = clock.fired.filter(({ rung }) => isRecordedReminder(rung)).map(({ at }) => Date.parse(at));
  return placed.filter(({ rung, at }) => {
    if (!isReminder(rung) || hasFired(clock, rung)) return true;
    if (taken.some((moment) => Math.abs(moment - at.getTime()) < HOUR_MS)) return false;
    taken.push(at.getTime());
    return true;
  });
}
