import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Area, areaOf, areasIn, areaSql, topFor } from './areas.ts';
import { casesFor } from './cases.ts';
import { LOCAL, spanOf, StatisticsQuery } from './query.ts';

export const HeatQuery = StatisticsQuery.extend({
  by: z.enum(['weekday', 'hour']).default('weekday'),
  level: z.string().max(40).optional(),
});

/** What the columns are, as PostgreSQL counts them: Monday is 1. */
const COLUMNS = { weekday: [1, 2, 3, 4, 5, 6, 7], hour: Array.from({ length: 24 }, (_, hour) => hour) };
export const PART = { weekday: 'isodow', hour: 'hour' } as const;

export const Heat = z.object({
  from: z.string(),
  until: z.string(),
  by: z.enum(['weekday', 'hour']),
  columns: z.array(z.int()),
  rows: z.array(z.object({ place: Area, n: z.array(z.int()) })),
});

const Count = z.object({ area: z.string().nullable(), part: z.int(), n: z.int() });

/** When matters are received: for each area of a place, by weekday or hour of the wall clock. */
export async function heatOf(
  db: Database,
  subject: Subject,
  query: z.infer<typeof HeatQuery>,
  language: Language,
): Promise<z.infer<typeof Heat>> {
  const { from, until, begins, ends } = spanOf(query);
  const { by } = query;
  const top = await topFor(db, subject, query.place);
  const [areas, cases] = await Promise.all([areasIn(db, top, query.level), casesFor(db, subject, query)]);
  const { add } = cases;
  const { rows } = await db.pool.query(
    `with every as (${cases.sql}),
       c as (select place_path, extract(${PART[by]} from opened_at ${LOCAL})::int as part, count(*) as n from every
         where opened_at >= ${add(begins)} and opened_at < ${add(ends)} group by 1, 2)
     select ${areaSql(add(areas.map(({ path }) => path)))} as area, part, sum(n)::int as n from c group by 1, 2`,
    cases.values,
  );
  const counts = z.array(Count).parse(rows);
  const nOf = (path: string, part: number) =>
    counts.find((one) => one.area === path && one.part === part)?.n ?? 0;
  const shown = areas.map((row) => ({
    place: areaOf(row, language, row.path === top.path),
    n: COLUMNS[by].map((part) => nOf(row.path, part)),
  }));
  return { from, until, by, columns: COLUMNS[by], rows: shown.filter(isShown) };
}

/** What lies at a divided place itself stands in the table only when there is something. */
const isShown = ({ place, n }: { place: Area; n: number[] }): boolean =>
  !place.isDirect || n.some((one) => one > 0);
