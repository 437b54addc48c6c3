import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import { cut, PageQuery, placeOf } from '../page.ts';
import type { Page } from '../page.ts';
import { LINE, lineOf, ProcessLine } from '../processes/line.ts';
import type { LineRow } from '../processes/line.ts';
import { casesFor, MOMENT, STATE } from './cases.ts';
import { PART } from './heat.ts';
import { LOCAL, spanOf, StatisticsQuery } from './query.ts';
import { reaches, stages } from './stages.ts';
import { onTheWay, WayQuery } from './on-the-way.ts';

/** Which mark was opened: the days count from `of`; `path` is two steps with `-` between them; `direct`: at the place itself. */
export const CaseQuery = StatisticsQuery.extend({
  ...PageQuery.shape,
  of: z.enum(['received', 'closed', 'late']).default('received'),
  state: z.enum(['open', 'overdue', 'soon', 'closed', 'timely', 'late', 'dated']).optional(),
  stage: z.enum(stages).optional(),
  weekday: z.coerce.number().int().min(1).max(7).optional(),
  hour: z.coerce.number().int().min(0).max(23).optional(),
  ...WayQuery.shape,
  direct: z.literal('true').optional(),
});
type CaseQuery = z.infer<typeof CaseQuery>;

/** A line behind a number. */
export const CaseLine = ProcessLine.extend({ kind: Titled.nullable(), lead: Titled.nullable() });
type CaseLine = z.infer<typeof CaseLine>;

type Row = LineRow & {
  rank: string;
  kind: string | null;
  lead_unit_id: string | null;
  receipt: string | null;
};
type Add = (value: unknown) => string;

/** The cases behind a number, the latest first: by the conditions that it was counted by. */
export async function listCases(
  db: Database,
  subject: Subject,
  query: CaseQuery,
  language: Language,
): Promise<Page<CaseLine>> {
  const cases = await casesFor(db, subject, {
    ...query,
    processes: query.process === undefined ? undefined : [query.process],
  });
  const wanted = ['true', ...conditions(query, cases.add)];
  const after = placeOf(query.cursor);
  if (after)
    wanted.push(`(c.opened_at, c.id) < (${cases.add(after[0])}::timestamptz, ${cases.add(after[1])}::uuid)`);
  // A matter counts from when it was received: the last column of that name is the one that is read.
  const { rows } = await db.pool.query<Row>(
    `with every as (${cases.sql}), page as (select c.* from every c where ${wanted.join(' and ')}
       order by c.opened_at desc, c.id desc limit ${query.limit + 1})
     select ${LINE}, page.kind, page.lead_unit_id, page.opened_at, page.opened_at::text as rank,
            (select receipt from intake where id = page.id) as receipt
     from page join process pr on pr.id = page.id order by page.opened_at desc, page.id desc`,
    cases.values,
  );
  const titles = await titlesOf(db, language, {
    places: rows.map(({ place_path: path }) => path),
    kinds: rows.flatMap(({ kind }) => kind ?? []),
    units: rows.flatMap(({ lead_unit_id: id }) => id ?? []),
  });
  // Before it has a ledger number a matter is known by its receipt.
  const item = (row: Row): CaseLine => ({
    ...lineOf(row, titles, language),
    ...(row.receipt === null ? {} : { label: row.receipt }),
    kind: titles.kind(row.kind),
    lead: titles.unit(row.lead_unit_id),
  });
  return cut(rows, query.limit, item, ({ rank, id }) => [rank, id]);
}

function conditions(query: CaseQuery, add: Add): string[] {
  const { of, from, until, state, stage, weekday, hour, place, direct } = query;
  const { begins, ends } = spanOf(query);
  const isDated = from !== undefined || until !== undefined;
  return [
    ...(isDated ? [`${MOMENT[of]} >= ${add(begins)} and ${MOMENT[of]} < ${add(ends)}`] : []),
    ...(state ? [`(${STATE[state]})`] : []),
    ...(stage ? [reaches(stage, add)] : []),
    ...(weekday === undefined ? [] : [partIs('weekday', add(weekday))]),
    ...(hour === undefined ? [] : [partIs('hour', add(hour))]),
    ...(direct && place ? [`c.place_path = (select path from place where id = ${add(place)}::uuid)`] : []),
    ...onTheWay(query, add),
  ];
}

const partIs = (part: keyof typeof PART, value: string) =>
  `extract(${PART[part]} from c.opened_at ${LOCAL}) = ${value}::int`;
