import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Calendar } from '../../../workflows/rules/calendar.ts';
import { Answers } from '../answers.ts';
import { Action } from '../door/action.ts';
import type { Language } from '../language.ts';
import { NotFound } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import { timeOf } from '../wire.ts';
import { DayShown, yearShown } from './year.ts';

const Year = z.coerce.number().int().min(1970).max(2200);
export const CalendarQuery = z.object({ year: Year, version: z.string().max(60).optional() });

const CalendarShown = z.object({
  id: z.string(),
  version: z.string(),
  year: z.int(),
  from: z.string(),
  publishedThrough: z.string(),
  /** the newest first; the one shown is compared with the one before it */
  versions: z.array(z.object({ version: z.string(), inForceFrom: z.string() })),
  days: z.array(DayShown),
});

type Row = { version: string; body: unknown; inForceFrom: Date };

/** The working days of a year as the clocks count them. */
@Controller('api/v1/calendars')
export class CalendarsController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get(':id')
  @Action('policies:look')
  @Answers(200, CalendarShown, 'Every day of a year: whether it is worked, and why')
  async read(
    @Param('id') id: string,
    @Query({ schema: CalendarQuery }) { year, version }: z.infer<typeof CalendarQuery>,
    @Wanted() language: Language,
  ): Promise<z.infer<typeof CalendarShown>> {
    const { rows } = await this.db.pool.query<Row>(
      `select version, body, in_force_from as "inForceFrom" from calendar_version where id = $1
       order by in_force_from desc, version desc`,
      [id],
    );
    const at = version === undefined ? 0 : rows.findIndex((row) => row.version === version);
    const [shown, before] = [rows[at], rows[at + 1]];
    if (shown === undefined) throw new NotFound();
    const calendar = Calendar.parse(shown.body);
    const earlier = before === undefined ? undefined : Calendar.parse(before.body);
    return {
      ...{ id, year, version: calendar.version, from: calendar.from },
      publishedThrough: calendar.publishedThrough,
      versions: rows.map((row) => ({ version: row.version, inForceFrom: timeOf(row.inForceFrom) })),
      days: yearShown(calendar, year, language, earlier),
    };
  }
}
