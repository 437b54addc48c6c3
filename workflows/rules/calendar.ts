// Which days are worked and in which hours. The calendar of years is one bit per day, small enough to travel
// in a workflow's input; what its notice has not yet published follows the weekend rule and is marked.
import { z } from 'zod';
import {
  LocalDay,
  TimeOfDay,
  UtcOffset,
  dayNumber,
  isWeekend,
  localDay,
  sinceMidnight,
} from './local-time.ts';
import { BadInput } from './violation.ts';

const DAYS_PER_GROUP = 24;

/** A named run of days off, for explanations only: the bits decide. */
export const Holiday = z.strictObject({
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  from: LocalDay,
  to: LocalDay,
});
export type Holiday = z.infer<typeof Holiday>;

/**
 * `days` is base64, first bit first: a bit per day from `from` on, 1 = worked. It comes in whole groups of four
 * letters (24 days), so that a part of a calendar is a part of its text and a day is found without decoding.
 */
export const Calendar = z
  .strictObject({
    id: z.string().min(1),
    version: z.string().min(1),
    from: LocalDay,
    publishedThrough: LocalDay,
    days: z.string().regex(/^([A-Za-z0-9+/]{4})+$/, 'must be base64 in whole groups of four letters'),
    holidays: z.array(Holiday).optional(),
  })
  .refine((calendar) => dayNumber(calendar.publishedThrough) < firstDayAfter(calendar), {
    path: ['days'],
    message: 'must reach publishedThrough',
  });
export type Calendar = z.infer<typeof Calendar>;

/** When the office is open on a working day, by the wall clock of a fixed offset; sorted, not overlapping. */
export const OfficeHours = z.strictObject({
  utcOffset: UtcOffset,
  hours: z
    .array(z.tuple([TimeOfDay, TimeOfDay]))
    .min(1)
    .refine(areSorted, 'must be spans in order that do not overlap'),
});
export type OfficeHours = z.infer<typeof OfficeHours>;

/** All that a term in working time needs to know. */
export interface WorkTime {
  calendar: Calendar;
  office: OfficeHours;
}

function areSorted(hours: [string, string][]): boolean {
  const edges = hours.flat().map(sinceMidnight);
  return edges.every((edge, i) => i === 0 || (i % 2 === 1 ? edge > edges[i - 1]! : edge >= edges[i - 1]!));
}

function firstDayAfter(calendar: { from: LocalDay; days: string }): number {
  return dayNumber(calendar.from) + calendar.days.length * 6;
}

function sextet(letter: number): number {
  if (letter >= 97) return letter - 71;
  if (letter >= 65) return letter - 65;
  if (letter >= 48) return letter + 4;
  return letter === 43 ? 62 : 63;
}

/** A test for day numbers. Throws BadInput for a day before the calendar begins: nothing is guessed backwards. */
export function workedDays(calendar: Calendar): (day: number) => boolean {
  const first = dayNumber(calendar.from);
  const lastPublished = dayNumber(calendar.publishedThrough);
  return (day) => {
    if (day > lastPublished) return !isWeekend(day);
    const bit = day - first;
    if (bit < 0)
      throw new BadInput('calendar.before', {
        calendar: calendar.id,
        from: calendar.from,
        day: localDay(day),
      });
    return ((sextet(calendar.days.charCodeAt(Math.floor(bit / 6))) >> (5 - (bit % 6))) & 1) === 1;
  };
}

/** Whether a day is worked; past the published part by the weekend rule. Throws BadInput before `from`. */
export function isWorkingDay(day: LocalDay, calendar: Calendar): boolean {
  return workedDays(calendar)(dayNumber(day));
}

/** Whether the official notice for a day is out. */
export function isPublished(day: LocalDay, calendar: Calendar): boolean {
  return day >= calendar.from && day <= calendar.publishedThrough;
}

/** The first day whose holidays are not published, when `day` lies on or after it; else nothing. */
export function unpublishedFrom(day: number, calendar: Calendar): LocalDay | undefined {
  const lastPublished = dayNumber(calendar.publishedThrough);
  return day > lastPublished ? localDay(lastPublished + 1) : undefined;
}

/**
 * The part of a calendar that a process needs: at least `days` days from `fromDay` on, rounded outwards to whole
 * groups, without the holidays' names. What lies behind it counts as not published.
 */
export function calendarSlice(calendar: Calendar, fromDay: LocalDay, days: number): Calendar {
  const first = dayNumber(calendar.from);
  const wanted = dayNumber(fromDay) - first;
  const groups = calendar.days.length / 4;
  const start = Math.min(Math.max(Math.floor(wanted / DAYS_PER_GROUP), 0), groups - 1);
  const end = Math.min(Math.max(Math.ceil((wanted + days) / DAYS_PER_GROUP), start + 1), groups);
  const lastDay = localDay(first + end * DAYS_PER_GROUP - 1);
  return {
    id: calendar.id,
    version: calendar.version,
    from: localDay(first + start * DAYS_PER_GROUP),
    publishedThrough: lastDay < calendar.publishedThrough ? lastDay : calendar.publishedThrough,
    days: calendar.days.slice(start * 4, end * 4),
  };
}
