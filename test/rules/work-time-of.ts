import { loadCalendar } from '../../policies/load.ts';
import type { OfficeHours, WorkTime } from '../../workflows/rules/calendar.ts';

/** 08:30–12:00 and 14:00–17:30 at +08:00: the default pack's office. */
export const office: OfficeHours = {
  utcOffset: '+08:00',
  hours: [
    ['08:30', '12:00'],
    ['14:00', '17:30'],
  ],
};

/** The default pack's working time on the official calendar. */
export const china: WorkTime = { calendar: await loadCalendar('cn'), office };

/** An instant by the wall clock of +08:00: `at('2024-09-30 16:00')`. */
export function at(local: string): Date {
  return new Date(`${local.replace(' ', 'T')}+08:00`);
}

/** The wall clock of +08:00 for an instant, `2024-09-30 16:00` (seconds where there are any). */
export function local(instant: Date | string | null | undefined): string {
  if (instant === null || instant === undefined) return 'none';
  const shifted = new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString();
  return shifted.replace('T', ' ').replace(/(:00)?\.000Z$/, '');
}
