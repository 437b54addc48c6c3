import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { grantsOf } from '../door/decide.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { cut, PageQuery, placeOf } from '../page.ts';
import type { Page } from '../page.ts';
import { LINE, lineOf, namesIn } from './line.ts';
import type { LineRow } from './line.ts';
import type { MatterLine } from './shown.ts';
import { titlesOf } from './titles.ts';

const several = z
  .string()
  .max(200)
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .optional();

/** `late`: past its due time and not closed. `q`: a ledger or receipt number, or how it begins. */
export const MatterQuery = PageQuery.extend({
  status: several,
  step: several,
  colour: several,
  kind: several,
  card: several,
  place: z.uuid().optional(),
  unit: z.uuid().optional(),
  late: z.enum(['true', 'false']).optional(),
  lateEntry: z.enum(['true', 'false']).optional(),
  q: z.string().trim().min(2).max(60).optional(),
  sort: z.enum(['due', 'opened', '-opened']).default('-opened'),
});
export type MatterQuery = z.infer<typeof MatterQuery>;

/** Each order with what it sorts by; what has no due time comes last. */
const orders = {
  due: { value: `coalesce(m.due_at, 'infinity'::timestamptz)`, direction: 'asc', sign: '>' },
  opened: { value: 'coalesce(m.opened_at, i.received_at)', direction: 'asc', sign: '>' },
  '-opened': { value: 'coalesce(m.opened_at, i.received_at)', direction: 'desc', sign: '<' },
} as const;

/**
 * Staff read the ledger: what a process knows of. Whoever sees only what he reported or brought in reads that from the
 * intake on, so that it is there at once also while Temporal is away.
 */
const LEDGER =
  'from matter m join process pr on pr.id = m.id join intake i on i.id = m.id join place p on p.id = i.place_id';
const OWN =
  'from intake i join place p on p.id = i.place_id left join matter m on m.id = i.id left join process pr on pr.id = i.id';

const columns = (isLedger: boolean) => ({
  reporterId: 'i.reporter_id',
  takenById: 'i.taken_by_id',
  matterId: 'i.id',
  unitIds: 'm.unit_ids',
  placePath: isLedger ? 'm.place_path' : 'coalesce(m.place_path, p.path)',
});

/** A page of the matters that the subject may see. */
export async function listMatters(
  db: Database,
  subject: Subject,
  query: MatterQuery,
  language: Language,
): Promise<Page<MatterLine>> {
  const isLedger = grantsOf(subject, 'matters:list').some(({ relation }) =>
    ['any', 'place', 'unit'].includes(relation),
  );
  const order = isLedger ? ledgerOrders[query.sort] : orders[query.sort];
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const wanted = filters(query, add);
  const after = placeOf(query.cursor);
  if (after)
    wanted.push(
      `(${order.value}, i.id) ${order.sign} (${add(after[0])}::timestamptz, ${add(after[1])}::uuid)`,
    );
  const seen = scope(subject, 'matters:list', columns(isLedger), values);
  const { rows } = await db.pool.query<LineRow & { place: string }>(
    `select ${LINE}, ${order.value}::text as place ${isLedger ? LEDGER : OWN}
     where ${[...wanted, seen.sql].join(' and ')}
     order by ${order.value} ${order.direction}, i.id ${order.direction} limit ${query.limit + 1}`,
    seen.values,
  );
  const titles = await titlesOf(db, language, namesIn(rows));
  return cut(
    rows,
    query.limit,
    (row) => lineOf(row, titles, language),
    ({ place, id }) => [place, id],
  );
}

/** The same on columns that have an index. */
const ledgerOrders = {
  due: orders.due,
  opened: { ...orders.opened, value: 'm.opened_at' },
  '-opened': { ...orders['-opened'], value: 'm.opened_at' },
} as const;

function filters(query: MatterQuery, add: (value: unknown) => string): string[] {
  const { status, step, colour, kind, card, place, unit, late, lateEntry, q } = query;
  const anyOf = (column: string, list: string[] | undefined) =>
    list ? [`${column} = any(${add(list)})`] : [];
  return [
    ...anyOf(`coalesce(m.status, 'received')`, status),
    ...anyOf('m.step', step),
    ...anyOf('m.colour', colour),
    ...anyOf('coalesce(m.kind, i.kind)', kind),
    ...(card?.includes('any') ? ['m.card is not null'] : anyOf('m.card', card)),
    ...(place ? [inPlace(add(place))] : []),
    ...(unit ? [`m.unit_ids @> array[${add(unit)}::uuid]`] : []),
    ...(late === 'true' ? [LATE] : []),
    ...(late === 'false' ? [`not coalesce(${LATE}, false)`] : []),
    ...(lateEntry ? [`coalesce(m.is_late_entry, false) = ${add(lateEntry === 'true')}`] : []),
    ...(q ? [startsWith(add(`${q.replace(/[\\%_]/g, '\\$&')}%`))] : []),
  ];
}

/** Open ones have an index of their own, so this is said as that says it. */
const LATE = '(m.due_at < now() and m.closed_at is null)';

const inPlace = (id: string) =>
  `exists (select from place top where top.id = ${id} and (p.path = top.path or p.path like top.path || '/%'))`;

const startsWith = (pattern: string) => `(m.number like ${pattern} or i.receipt like ${pattern})`;
