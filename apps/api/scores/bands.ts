import { z } from 'zod';
import { catalog } from '../../../workflows/catalog.ts';
import { endOfPeriod, Period, periodOf, startOfPeriod } from '../../../workflows/rules/period.ts';
import type { Course } from '../course/course.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';

/** How often a community has begun one in a quarter. */
export const BandShown = z.object({
  process: Titled,
  place: Titled,
  period: z.string(),
  begun: z.int(),
  band: z.enum(['few', 'right', 'many']),
});
export type BandShown = z.infer<typeof BandShown>;

export const BandQuery = z.object({ period: Period.optional() });
export type BandQuery = z.infer<typeof BandQuery>;

type Row = {
  process: string;
  path: string;
  name: string;
  name_en: string;
  policy: string;
  version: string;
  begun: number;
};

const OFFSET = '+08:00';

/** Every community that the subject may see, with each process whose frequency is a sign where its town runs it. */
export async function bandsOf(
  course: Course,
  subject: Subject,
  { period = periodOf(new Date(), 'quarter', OFFSET) }: BandQuery,
  language: Language,
): Promise<BandShown[]> {
  const rows = await begunIn(course, subject, period);
  const shown = await Promise.all(rows.map((row) => bandOf(course, row, period, language)));
  return shown.flat();
}

async function bandOf(course: Course, row: Row, period: Period, language: Language): Promise<BandShown[]> {
  // Packs are read once a version, however many communities are under one.
  const { processes } = await course.book.policy(row.policy, row.version);
  const definition = catalog[row.process];
  const numbers = processes[row.process];
  if (numbers === undefined || definition?.bandOf === undefined) return [];
  const place = { value: row.path, title: language === 'zh' ? row.name : row.name_en };
  const process = { value: row.process, title: definition.title[language] };
  return [{ process, place, period, begun: row.begun, band: definition.bandOf(row.begun, numbers) }];
}

/** Counted at once for all communities: each with the pack that is in force for it now. */
async function begunIn({ db }: Course, subject: Subject, period: Period): Promise<Row[]> {
  const counted = Object.values(catalog).flatMap(({ name, bandOf: band }) =>
    band === undefined ? [] : [name],
  );
  const span = [startOfPeriod(period, OFFSET), endOfPeriod(period, OFFSET), counted];
  const seen = scope(subject, 'overview:read', { placePath: 'p.path' }, span);
  const { rows } = await db.pool.query<Row>(
    `with begun as (
       select pr.type, array_to_string((string_to_array(pr.place_path, '/'))[1:3], '/') as path, count(*)::int as n
       from process pr where pr.type = any($3) and pr.opened_at >= $1 and pr.opened_at < $2 group by 1, 2)
     select kind.process, p.path, p.name, p.name_en, ruled.name as policy, ruled.version, coalesce(begun.n, 0) as begun
     from place p cross join unnest($3::text[]) kind (process)
     cross join lateral (select v.name, v.version from place above join policy_version v on v.name = above.policy
       where above.code = any(string_to_array(p.path, '/')) and v.in_force_from <= now()
       order by length(above.path) desc, v.in_force_from desc, v.version desc limit 1) ruled
     left join begun on begun.type = kind.process and begun.path = p.path
     where p.level = 'community' and ${seen.sql} order by kind.process, begun desc, p.path`,
    seen.values,
  );
  return rows;
}
