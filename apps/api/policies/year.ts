import { z } from 'zod';
import { workedDays } from '../../../workflows/rules/calendar.ts';
import type { Calendar } from '../../../workflows/rules/calendar.ts';
import { dayNumber, isWeekend, localDay } from '../../../workflows/rules/local-time.ts';
import type { Language } from '../language.ts';

/** Why a day counts or does not. `unpublished`: its notice is not out, the weekend rule stands in. */
export const DayShown = z.object({
  date: z.string(),
  isWorked: z.boolean(),
  why: z.enum(['ordinary', 'weekend', 'holiday', 'madeUp']),
  isPublished: z.boolean(),
  /** of the holiday */
  name: z.string().nullable(),
  /** counts here other than in the version that it is compared with */
  isChanged: z.boolean(),
});
export type DayShown = z.infer<typeof DayShown>;

/** Every day of a year that the calendar reaches back to. `before`: a version to compare with. */
export function yearShown(
  calendar: Calendar,
  year: number,
  language: Language,
  before: Calendar | undefined,
): DayShown[] {
  const first = Math.max(dayNumber(`${year}-01-01`), dayNumber(calendar.from));
  const last = dayNumber(`${year}-12-31`);
  const isWorked = workedDays(calendar);
  const wasWorked = before && workedDays(before);
  const reaches = (day: number) => before !== undefined && day >= dayNumber(before.from);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).map((day) => ({
    ...dayShown(day, calendar, isWorked(day), language),
    isChanged: reaches(day) && wasWorked?.(day) !== isWorked(day),
  }));
}

function dayShown(
  day: number,
  { holidays = [], publishedThrough }: Calendar,
  isWorked: boolean,
  language: Language,
): Omit<DayShown, 'isChanged'> {
  const date = localDay(day);
  const holiday = holidays.find(({ from, to }) => from <= date && date <= to);
  const isPublished = date <= publishedThrough;
  return {
    date,
    isWorked,
    isPublished,
    why: whyOf(day, isWorked, holiday !== undefined),
    name: holiday?.name[language] ?? null,
  };
}

function whyOf(day: number, isWorked: boolean, isHoliday: boolean): DayShown['why'] {
  if (isWorked) return isWeekend(day) ? 'madeUp' : 'ordinary';
  return isHoliday || !isWeekend(day) ? 'holiday' : 'weekend';
}
