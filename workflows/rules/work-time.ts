// The two kinds of time: by the clock, and in office hours on working days. Everything that counts a span or
// moves along one does it here, in milliseconds.
import { workedDays } from './calendar.ts';
import type { OfficeHours, WorkTime } from './calendar.ts';
import { DAY_MS, fromLocal, sinceMidnight, toLocal } from './local-time.ts';
import { BadInput } from './violation.ts';

export type Kind = 'clock' | 'working';

/** In working time 17:30 and the next 08:30 are one moment: which of the two is meant. */
export type Landing = 'closing' | 'opening';

interface Span {
  from: number;
  to: number;
}

function spansOf(office: OfficeHours): Span[] {
  return office.hours.map(([from, to]) => ({ from: sinceMidnight(from), to: sinceMidnight(to) }));
}

/** Milliseconds that the office is open on a working day. */
export function workDayMs(office: OfficeHours): number {
  return spansOf(office).reduce((sum, span) => sum + span.to - span.from, 0);
}

/** The end of office hours on a day (a day number). */
export function closingOf(day: number, office: OfficeHours): Date {
  return fromLocal(day * DAY_MS + Math.max(...spansOf(office).map((span) => span.to)), office.utcOffset);
}

/** Milliseconds from `from` to `to` in that kind of time; negative when `to` comes first. */
export function elapsed(kind: Kind, from: Date, to: Date, time: WorkTime): number {
  if (kind === 'clock') return to.getTime() - from.getTime();
  const { utcOffset } = time.office;
  const [a, b] = [toLocal(from, utcOffset), toLocal(to, utcOffset)];
  return a <= b ? worked(a, b, time) : 0 - worked(b, a, time);
}

function worked(from: number, to: number, time: WorkTime): number {
  const isWorked = workedDays(time.calendar);
  const spans = spansOf(time.office);
  let sum = 0;
  for (let day = Math.floor(from / DAY_MS); day * DAY_MS < to; day++) {
    if (!isWorked(day)) continue;
    for (const span of spans) sum += overlap(span, from - day * DAY_MS, to - day * DAY_MS);
  }
  return sum;
}

function overlap(span: Span, from: number, to: number): number {
  return Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
}

/**
 * The moment `ms` later (or earlier, when negative) in that kind of time. Where working time leaves two moments
 * open, it is the one met first on the way, unless `landing` says which. Throws BadInput `time.invalid`.
 */
export function advance(kind: Kind, from: Date, ms: number, time: WorkTime, landing?: Landing): Date {
  if (kind === 'clock') return new Date(from.getTime() + ms);
  const land = landing ?? (ms < 0 ? 'opening' : 'closing');
  const at = toLocal(from, time.office.utcOffset);
  // A NaN would be looked for day by day, for ever, inside a workflow task.
  if (!Number.isFinite(at + ms)) throw new BadInput('time.invalid', { ms });
  const isForward = ms > 0 || (ms === 0 && land === 'opening');
  const local = isForward ? forward(at, ms, time, land) : backward(at, -ms, time, land);
  return fromLocal(local, time.office.utcOffset);
}

function forward(at: number, ms: number, time: WorkTime, landing: Landing): number {
  const isWorked = workedDays(time.calendar);
  const spans = spansOf(time.office);
  let left = ms;
  for (let day = Math.floor(at / DAY_MS); ; day++) {
    if (!isWorked(day)) continue;
    for (const span of spans) {
      const from = Math.max(day * DAY_MS + span.from, at);
      const open = day * DAY_MS + span.to - from;
      if (open > left || (open === left && open > 0 && landing === 'closing')) return from + left;
      left -= Math.max(0, open);
    }
  }
}

function backward(at: number, ms: number, time: WorkTime, landing: Landing): number {
  const isWorked = workedDays(time.calendar);
  const spans = spansOf(time.office).reverse();
  let left = ms;
  for (let day = Math.floor(at / DAY_MS); ; day--) {
    if (!isWorked(day)) continue;
    for (const span of spans) {
      const to = Math.min(day * DAY_MS + span.to, at);
      const open = to - day * DAY_MS - span.from;
      if (open > left || (open === left && open > 0 && landing === 'opening')) return to - left;
      left -= Math.max(0, open);
    }
  }
}

/** `at` itself while the office is open, else its next opening. The second of closing is outside. */
export function nextOpening(at: Date, time: WorkTime): Date {
  return advance('working', at, 0, time, 'opening');
}
