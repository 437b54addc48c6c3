import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { CalendarFile, compileCalendar } from '../../policies/calendar-file.ts';
import type { WorkTime } from '../../workflows/rules/calendar.ts';
import { office } from './work-time-of.ts';

const file = CalendarFile.parse(parse(await readFile('policies/calendars/cn.yaml', 'utf8')));
const springFestival = file.years.flatMap((year) => year.holidays).find(({ from }) => from === '2020-01-24');
// What the notice of 21 November 2019 said, before that of 27 January 2020 prolonged it.
Object.assign(springFestival ?? {}, { to: '2020-01-30', work: ['2020-01-19', '2020-02-01'] });

/** The working time as it was known before 27 January 2020. */
export const beforeTheNotice: WorkTime = {
  calendar: compileCalendar({ ...file, version: '2019.2' }),
  office,
};
