// A calendar as people write and check it (holidays by name, made-up days, the notice of each year), and how it
// becomes the bits that the rules read.
import { z } from 'zod';
import type { Calendar } from '../workflows/rules/calendar.ts';
import { Holiday } from '../workflows/rules/calendar.ts';
import { LocalDay, dayNumber, isWeekend, localDay } from '../workflows/rules/local-time.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DAYS_PER_GROUP = 24;

/** `work` are the weekend days that are worked in exchange 调休. */
const WrittenHoliday = Holiday.extend({ work: z.array(LocalDay).default([]) })
  .refine(({ from, to }) => from <= to, 'must begin before it ends')
  .refine(({ work }) => work.every((day) => isWeekend(dayNumber(day))), {
    path: ['work'],
    message: 'must be Saturdays and Sundays',
  });

/** The text of policies/calendars/*.yaml. */
export const CalendarFile = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  source: z.string(),
  from: LocalDay,
  publishedThrough: LocalDay,
  years: z.array(z.strictObject({ year: z.int(), notice: z.string(), holidays: z.array(WrittenHoliday) })),
});
export type CalendarFile = z.infer<typeof CalendarFile>;

/** The calendar for the rules: one bit a day from `from` on, filled up by the weekend rule to a whole group of 24. */
export function compileCalendar(file: CalendarFile): Calendar {
  const { id, version, from, publishedThrough } = file;
  const written = file.years.flatMap((year) => year.holidays);
  const work = new Set(written.flatMap((holiday) => holiday.work));
  const off = new Set(written.flatMap((holiday) => daysOf(holiday).map(localDay)));
  const isWorked = (day: number) => work.has(localDay(day)) || (!isWeekend(day) && !off.has(localDay(day)));
  const first = dayNumber(from);
  const groups = Math.ceil((dayNumber(publishedThrough) + 1 - first) / DAYS_PER_GROUP);
  const bits = Array.from({ length: groups * DAYS_PER_GROUP }, (_, i) => isWorked(first + i));
  const holidays = written.map(({ name, from, to }) => ({ name, from, to }));
  return { id, version, from, publishedThrough, days: base64(bits), holidays };
}

function daysOf({ from, to }: Holiday): number[] {
  const first = dayNumber(from);
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, i) => first + i);
}

function base64(bits: boolean[]): string {
  const letters = Array.from({ length: bits.length / 6 }, (_, i) => bits.slice(i * 6, i * 6 + 6));
  return letters.map((six) => ALPHABET[six.reduce((value, bit) => value * 2 + Number(bit), 0)]).join('');
}
