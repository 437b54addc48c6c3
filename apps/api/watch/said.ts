import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { Author } from '../../../workflows/process/event.ts';
import type { Condition } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import type { Titles } from '../matters/titles.ts';
import { cut, placeOf } from '../page.ts';
import type { Page } from '../page.ts';
import { reported, hrefOf } from '../processes/address.ts';
import { timeOf } from '../wire.ts';
import { isInside } from './hands.ts';
import { isOn } from './rates-query.ts';
import type { Part } from './rates-query.ts';

/**
 * One call-back on a list behind a rate. `said` is null where nobody said anything valid; `isMerged`: it came from the
 * reporter of another matter that was merged into this one. An exclusion is a decision: its reason and who approved it.
 */
export const SaidLine = z.object({
  id: z.string(),
  matter: z.object({
    id: z.uuid(),
    href: z.string(),
    number: z.string().nullable(),
    kind: Titled.nullable(),
  }),
  place: Titled.nullable(),
  lead: Titled.nullable(),
  closedAt: z.string(),
  isMerged: z.boolean(),
  said: z.object({ contacted: z.boolean(), solved: z.boolean(), satisfaction: z.string() }).nullable(),
  exclusion: z
    .object({ reason: z.string(), by: Titled.nullable(), unit: Titled.nullable(), at: z.string().nullable() })
    .nullable(),
});
export type SaidLine = z.infer<typeof SaidLine>;

/** The decision by which a matter was excluded, as its task keeps it. */
const Decision = z.object({ by: Author.optional(), doneAt: z.string().optional() }).nullable();

const Row = z.object({
  id: z.string(),
  key: z.string(),
  number: z.string().nullable(),
  kind: z.string(),
  place_path: z.string(),
  lead_unit_id: z.string().nullable(),
  closed_at: z.date(),
  closed_text: z.string(),
  reporter: z.string().nullable(),
  valid: z.boolean(),
  contacted: z.boolean(),
  solved: z.boolean(),
  satisfaction: z.string(),
  exclusion: z.string().nullable(),
  decision: Decision,
});
type Row = z.infer<typeof Row>;

export type SaidQuery = { part: Part; owner?: string; cursor?: string; limit: number };

/** A page of one list, the latest closed first. */
export async function saidPage(
  db: Database,
  subject: Subject,
  said: Condition,
  { part, owner, cursor, limit }: SaidQuery,
  language: Language,
): Promise<Page<SaidLine>> {
  const values = [...said.values];
  const add = (value: unknown) => `$${values.push(value)}`;
  const after = placeOf(cursor);
  const wanted = [
    isOn[part],
    ...(owner === undefined ? [] : [`owner = ${add(owner)}`]),
    ...(after === undefined
      ? []
      : [`(closed_at, key) < (${add(after[0])}::timestamptz, ${add(after[1])}::text)`]),
  ];
  const { rows } = await db.pool.query(
    `${said.sql}, page as (select * from said where $3::text[] is not null and ${wanted.join(' and ')}
       order by closed_at desc, key desc limit ${limit + 1})
     select page.*, page.closed_at::text as closed_text, case when page.exclusion is null then null else
       jsonb_path_query_first(pr.state, '$.tasks.* ? (@.outcome == "grantExclusion")') end as decision
     from page join process pr on pr.id = page.id order by page.closed_at desc, page.key desc`,
    values,
  );
  const read = z.array(Row).parse(rows);
  const titles = await titlesOf(db, language, namesIn(read));
  const isNamed = isInside(subject);
  return cut(
    read,
    limit,
    (row) => lineOf(row, titles, isNamed),
    ({ closed_text: at, key }) => [at, key],
  );
}

function lineOf(row: Row, titles: Titles, isNamed: boolean): SaidLine {
  const { id, key, number, kind, contacted, solved, satisfaction, valid, reporter } = row;
  return {
    id: key,
    matter: { id, href: hrefOf(reported().name, id), number, kind: titles.kind(kind) },
    place: titles.place(row.place_path),
    lead: titles.unit(row.lead_unit_id),
    closedAt: timeOf(row.closed_at),
    isMerged: reporter !== null && reporter !== id,
    said: valid ? { contacted, solved, satisfaction } : null,
    exclusion: exclusionOf(row, titles, isNamed),
  };
}

function exclusionOf({ exclusion: reason, decision }: Row, titles: Titles, isNamed: boolean) {
  if (reason === null) return null;
  const at = decision?.doneAt === undefined ? null : timeOf(new Date(decision.doneAt));
  const by = isNamed ? titles.person(decision?.by?.person) : null;
  return { reason, by, unit: titles.unit(decision?.by?.unit), at };
}

const namesIn = (rows: readonly Row[]) => ({
  kinds: rows.map(({ kind }) => kind),
  places: rows.map(({ place_path: path }) => path),
  units: rows.flatMap(({ lead_unit_id: lead, decision }) => [lead ?? [], decision?.by?.unit ?? []].flat()),
  people: rows.flatMap(({ decision }) => decision?.by?.person ?? []),
});
