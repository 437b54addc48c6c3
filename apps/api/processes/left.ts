import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { OPENED_BY, PEOPLE } from '../door/process-resource.ts';
import { scope } from '../door/scope.ts';
import type { Condition } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { titlesOf } from '../matters/titles.ts';
import { cut, placeOf } from '../page.ts';
import type { Page, PageQuery } from '../page.ts';
import { Time } from '../wire.ts';
import { LINE, lineOf } from './line.ts';
import type { LineRow, ProcessLine } from './line.ts';
import { inPlace } from './list.ts';

/** `process`: every kind when unsaid; `place`: its id, code or path; `at`: as it stood then, now when unsaid. */
export const LeftQuery = z.object({
  process: z.string().max(60).optional(),
  place: z.string().max(200).optional(),
  at: Time.optional(),
});
export type LeftQuery = z.infer<typeof LeftQuery>;

const columns = {
  unitIds: 'pr.unit_ids',
  placePath: 'pr.place_path',
  personIds: PEOPLE,
  takenById: OPENED_BY,
};

/** What was opened up to a moment, in what the subject may see; `$2` is the moment. */
function openedIn(subject: Subject, { process, place }: LeftQuery, moment: Date): Condition {
  const values = [process ?? null, moment, ...(place === undefined ? [] : [place])];
  const seen = scope(subject, 'processes:list', columns, values);
  const wanted = [
    '($1::text is null or pr.type = $1) and pr.opened_at <= $2',
    ...(place === undefined ? [] : [inPlace('pr.place_path', '$3')]),
    seen.sql,
  ];
  return { sql: wanted.join(' and '), values: seen.values };
}

const IS_LEFT = '(pr.closed_at is null or pr.closed_at > $2)';

/** How many were opened up to a moment, and how many of them were open at it. */
export async function countLeft({ pool }: Database, subject: Subject, query: LeftQuery, moment: Date) {
  const { sql, values } = openedIn(subject, query, moment);
  const { rows } = await pool.query<{ opened: number; left: number }>(
    `select count(*)::int as opened, (count(*) filter (where ${IS_LEFT}))::int as left from process pr where ${sql}`,
    values,
  );
  return rows[0] ?? { opened: 0, left: 0 };
}

type Row = LineRow & { kind: string | null; opened_text: string };

/** A page of those that were open at a moment, the oldest first. A matter is called by its kind. */
export async function listLeft(
  db: Database,
  subject: Subject,
  query: LeftQuery & PageQuery,
  moment: Date,
  language: Language,
): Promise<Page<ProcessLine>> {
  const { sql, values: wanted } = openedIn(subject, query, moment);
  const values = [...wanted];
  const add = (value: unknown) => `$${values.push(value)}`;
  const after = placeOf(query.cursor);
  const next = after
    ? `(pr.opened_at, pr.id) > (${add(after[0])}::timestamptz, ${add(after[1])}::uuid)`
    : 'true';
  const { rows } = await db.pool.query<Row>(
    `select ${LINE}, pr.opened_at::text as opened_text, (select m.kind from matter m where m.id = pr.id) as kind
     from process pr where ${sql} and ${IS_LEFT} and ${next} order by pr.opened_at, pr.id limit ${query.limit + 1}`,
    values,
  );
  const titles = await titlesOf(db, language, {
    places: rows.map((row) => row.place_path),
    kinds: rows.flatMap(({ kind }) => kind ?? []),
  });
  const item = (row: Row): ProcessLine => {
    const line = lineOf(row, titles, language);
    return { ...line, label: titles.kind(row.kind)?.title ?? line.label };
  };
  return cut(rows, query.limit, item, ({ opened_text: at, id }) => [at, id]);
}
