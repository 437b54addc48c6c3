// The wall clock and the days of a place with a fixed UTC offset, without Intl: the workflow sandbox has none
// that is deterministic. A day is a number (days since 1970-01-01 there) inside, YYYY-MM-DD in data.
import { z } from 'zod';

export const DAY_MS = 86_400_000;

/** A calendar day of the place, `2024-09-30`. */
export const LocalDay = z.iso.date();
export type LocalDay = z.infer<typeof LocalDay>;

/** A time of day, `08:30`; `24:00` is the end of a day. */
export const TimeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time of day like 08:30');
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** A fixed distance to UTC, `+08:00`. */
export const UtcOffset = z.string().regex(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'must be an offset like +08:00');
export type UtcOffset = z.infer<typeof UtcOffset>;

/** Milliseconds from midnight. */
export function sinceMidnight(time: TimeOfDay): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000;
}

function offsetMs(offset: UtcOffset): number {
  return sinceMidnight(offset.slice(1)) * (offset.startsWith('-') ? -1 : 1);
}

/** Milliseconds since 1970-01-01 00:00 by the place's own wall clock. */
export function toLocal(at: Date, offset: UtcOffset): number {
  return at.getTime() + offsetMs(offset);
}

/** The instant at which the place's wall clock shows `local` (as toLocal gives it). */
export function fromLocal(local: number, offset: UtcOffset): Date {
  return new Date(local - offsetMs(offset));
}

/** The number of the day in which an instant lies. */
export function dayOf(at: Date, offset: UtcOffset): number {
  return Math.floor(toLocal(at, offset) / DAY_MS);
}

/** 00:00 of a day, which is also 24:00 of the day before. */
export function startOfDay(day: number, offset: UtcOffset): Date {
  return fromLocal(day * DAY_MS, offset);
}

export function dayNumber(day: LocalDay): number {
  return Date.parse(day) / DAY_MS;
}

export function localDay(day: number): LocalDay {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Saturday and Sunday. */
export function isWeekend(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

/** `months` later by the calendar, time of day kept, clamped to the month's last day. practice.md, Clocks. */
export function addMonths(at: Date, months: number, offset: UtcOffset): Date {
  const local = new Date(toLocal(at, offset));
  const day = local.getUTCDate();
  const first = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, 1);
  const lastDay = new Date(
    Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months + 1, 0),
  ).getUTCDate();
  const timeOfDay = local.getTime() - Math.floor(local.getTime() / DAY_MS) * DAY_MS;
  return fromLocal(first + (Math.min(day, lastDay) - 1) * DAY_MS + timeOfDay, offset);
}

/** RFC 3339 with the place's offset; milliseconds only where there are any. */
export function localIso(at: Date, offset: UtcOffset): string {
  const text = new Date(toLocal(at, offset)).toISOString();
  return text.replace(/(\.000)?Z$/, '') + offset;
}
