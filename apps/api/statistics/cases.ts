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
  const { processes = matters() } = wish;
  const { select, lead, kind } = processes.every((name) => matters().includes(name)) ? MATTERS : PROCESSES;
  const columns = { unitIds: 'pr.unit_ids', placePath: 'pr.place_path' };
  const seen = scope(subject, 'overview:read', columns, [processes]);
  const values = [...seen.values];
  const add = (value: unknown) => `$${values.push(value)}`;
  const wanted = [
    ...(top === undefined
      ? []
      : [`(pr.place_path = ${add(top)} or pr.place_path like ${add(`${likeSafe(top)}/%`)})`]),
    ...(wish.unit === undefined ? [] : [`${lead} = ${add(wish.unit)}::uuid`]),
    ...(wish.kind === undefined ? [] : [`${kind} = ${add(wish.kind)}`]),
  ];
  return { sql: `${select(processes)} and ${[seen.sql, ...wanted].join(' and ')}`, add, values };
}

const COLUMNS = 'pr.id, pr.number, pr.step, pr.place_path, pr.card, pr.due_at, pr.closed_at, pr.opened_at';

/** Only where some of the kinds of matters are meant is a matter asked which it is. */
const isOneOf = (processes: readonly string[]): string =>
  matters().every((name) => processes.includes(name))
    ? '$1::text[] is not null'
    : 'exists (select from process kind where kind.id = pr.id and kind.type = any($1::text[]))';

/**
 * What counting needs of a case, by two ways: of a matter the ledger has everything on narrow rows, and it counts from when it
 * was received. `$1` holds the kinds of processes.
 */
const MATTERS = {
  select: (
    processes: readonly string[],
  ) => `select ${COLUMNS}, pr.lead_unit_id, pr.kind, pr.colour, pr.rating, pr.is_paused
    from matter pr where ${isOneOf(processes)}`,
  ...{ lead: 'pr.lead_unit_id', kind: 'pr.kind' },
};
const PROCESSES = {
  select:
    () => `select ${COLUMNS}, null::uuid as lead_unit_id, null as kind, null as colour, null as rating, false as is_paused
    from process pr where pr.type = any($1::text[])`,
  ...{ lead: 'null::uuid', kind: 'null' },
};

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
