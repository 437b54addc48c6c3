// What the numbers come to: traffic, trends, funnel, heat, ranking, places, the board. Each number is counted over the
// same set (`casesFor`) and by the same conditions as the list that it opens (`case-list.ts`), so the two cannot differ.
import type { Database } from '../../../prisma/client.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import { NotFound } from '../refusal.ts';
import type { StatisticsQuery } from './query.ts';

/** A select of cases, to stand behind `with c as`; further parameters are added to its values. */
export type Cases = { sql: string; add: (value: unknown) => string; values: unknown[] };

type Wish = Pick<StatisticsQuery, 'place' | 'unit' | 'kind'> & { processes?: readonly string[] };

/** The kinds of processes that are about a matter somebody reported. */
const matters = (): string[] =>
  Object.values(catalog).flatMap(({ name, isMatter }) => (isMatter === true ? name : []));

/** Every case that the subject may oversee: matters, unless other processes are asked for. Throws NotFound for no such place. */
export async function casesFor(db: Database, subject: Subject, wish: Wish): Promise<Cases> {
  const top = wish.place === undefined ? undefined : await pathOf(db, wish.place);
  const columns = { unitIds: 'pr.unit_ids', placePath: 'pr.place_path' };
  const seen = scope(subject, 'overview:read', columns, [wish.processes ?? matters()]);
  const values = [...seen.values];
  const add = (value: unknown) => `$${values.push(value)}`;
  const wanted = [
    ...(top === undefined ? [] : [`(pr.place_path || '/') like ${add(`${likeSafe(top)}/%`)}`]),
    ...(wish.unit === undefined ? [] : [`m.lead_unit_id = ${add(wish.unit)}::uuid`]),
    ...(wish.kind === undefined ? [] : [`m.kind = ${add(wish.kind)}`]),
  ];
  return { sql: `${CASE} and ${[seen.sql, ...wanted].join(' and ')}`, add, values };
}

/** What counting needs of a case; a matter counts from when it was received. `$1` holds the kinds of processes. */
const CASE = `select pr.id, pr.type, pr.number, pr.step, pr.place_path, pr.card, pr.due_at, pr.closed_at,
  coalesce(m.opened_at, pr.opened_at) as opened_at, m.lead_unit_id, m.kind, m.colour, m.rating,
  coalesce(m.is_paused, false) as is_paused
  from process pr left join matter m on m.id = pr.id where pr.type = any($1::text[])`;

/** When something happened to a case `c`; null where it did not. It fell late when its due time passed before its end. */
export const MOMENT = {
  received: 'c.opened_at',
  closed: 'c.closed_at',
  late: 'case when c.due_at < coalesce(c.closed_at, now()) then c.due_at end',
} as const;

/** How a case `c` stands. Timely is done at or before due (practice.md, fine point 9); late is past it, done or not. */
export const STATE = {
  open: 'c.closed_at is null',
  overdue: 'c.closed_at is null and c.due_at < now()',
  soon: `c.closed_at is null and c.due_at >= now() and c.due_at < now() + interval '24 hours'`,
  closed: 'c.closed_at is not null',
  timely: 'c.closed_at <= c.due_at',
  late: 'c.due_at < coalesce(c.closed_at, now())',
  dated: 'c.due_at is not null',
} as const;

async function pathOf(db: Database, id: string): Promise<string> {
  const place = await db.prisma.place.findUnique({ where: { id } });
  if (place === null) throw new NotFound();
  return place.path;
}

const likeSafe = (text: string) => text.replace(/[\\%_]/g, '\\$&');
