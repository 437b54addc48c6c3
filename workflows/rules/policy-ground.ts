// What a pack stands on: another pack, a calendar, the processes; and the time that its clocks run in.
import type { z } from 'zod';
import { OfficeHours } from './calendar.ts';
import type { Calendar, WorkTime } from './calendar.ts';
import { NoticeHours } from './ladder.ts';
import { valueAt } from './policy-leaves.ts';

/** What stands outside a pack, and what it is read against. */
export interface Ground {
  /** The pack named by `extends`, as it is written; undefined when there is none. */
  parent?: unknown;
  /** The calendar that it names; undefined when there is none. */
  calendar: Calendar | undefined;
  /** The processes that can be run, each with the schema of its numbers if it has any. */
  processes: Readonly<Record<string, z.ZodType | undefined>>;
}

/** Where a pack's own calendar or hours cannot be read, its ladders are judged by weeks like any other. */
const PLAIN_CALENDAR: Calendar = {
  ...{ id: 'weeks', version: '1', from: '2024-01-01', publishedThrough: '2024-01-01', days: '////' },
};
const PLAIN_OFFICE: OfficeHours = { utcOffset: '+00:00', hours: [['08:30', '17:30']] };

/** The time in which a pack's clocks run. */
export function timeOf(pack: unknown, { calendar }: Ground): WorkTime {
  const office = OfficeHours.safeParse(valueAt(pack, ['office']));
  return { calendar: calendar ?? PLAIN_CALENDAR, office: office.success ? office.data : PLAIN_OFFICE };
}

export function noticesOf(pack: unknown): NoticeHours | undefined {
  const read = NoticeHours.safeParse(valueAt(pack, ['notices']));
  return read.success ? read.data : undefined;
}
