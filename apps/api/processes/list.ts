import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { INVITED, OPENED_BY, otherProcesses, PEOPLE, publicProcesses } from '../door/process-resource.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { titlesOf } from '../matters/titles.ts';
import { cut, PageQuery, placeOf } from '../page.ts';
import type { Page } from '../page.ts';
import { DUE, LINE, lineOf } from './line.ts';
import type { LineRow, ProcessLine } from './line.ts';

const several = z
  .string()
  .max(400)
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .optional();

/** `place`: its id, code or path; `late`: past its due time and not closed; `q`: how a number begins. */
export const ProcessQuery = PageQuery.extend({
  process: several,
  status: several,
  place: z.string().max(200).optional(),
  unit: z.uuid().optional(),
  late: z.enum(['true', 'false']).optional(),
  /** What I began, or asked for. */
  mine: z.literal('true').optional(),
  q: z.string().trim().min(2).max(60).optional(),
  sort: z.enum(['due', 'opened', '-opened']).default('-opened'),
});
export type ProcessQuery = z.infer<typeof ProcessQuery>;

/** Each order with what it sorts by; what has no due time comes last. */
const orders = {
  due: { value: `coalesce(${DUE}, 'infinity'::timestamptz)`, direction: 'asc', sign: '>' },
  opened: { value: 'pr.opened_at', direction: 'asc', sign: '>' },
  '-opened': { value: 'pr.opened_at', direction: 'desc', sign: '<' },
} as const;

/** Written out, not given as a parameter: whoever sees everything never asks for it, and PostgreSQL refuses one too many. */
const isPublic = (): string => `pr.type = any('{${publicProcesses().join(',')}}'::text[])`;

/** A page of the processes that are no matters and that the subject may see. */
export async function listProcesses(
  db: Database,
  subject: Subject,
  query: ProcessQuery,
  language: Language,
): Promise<Page<ProcessLine>> {
  const { value, direction, sign } = orders[query.sort];
  const values: unknown[] = [];
  const add = (one: unknown) => `$${values.push(one)}`;
  const wanted = [`pr.type = any(${add(otherProcesses())})`, ...filters(query, add)];
  if (query.mine !== undefined) wanted.push(`${OPENED_BY} = ${add(subject.personId)}::uuid`);
  const columns = {
    ...{ unitIds: 'pr.unit_ids', placePath: 'pr.place_path', personIds: PEOPLE, processId: 'pr.id' },
    invitedIds: INVITED,
    ...{ takenById: OPENED_BY, isPublic: isPublic() },
  };
  const after = placeOf(query.cursor);
  if (after) wanted.push(`(${value}, pr.id) ${sign} (${add(after[0])}::timestamptz, ${add(after[1])}::uuid)`);
  const seen = scope(subject, 'processes:list', columns, values);
  const { rows } = await db.pool.query<LineRow & { rank: string }>(
    `select ${LINE}, ${value}::text as rank from process pr where ${[...wanted, seen.sql].join(' and ')}
     order by ${value} ${direction}, pr.id ${direction} limit ${query.limit + 1}`,
    seen.values,
  );
  const titles = await titlesOf(db, language, { places: rows.map(({ place_path: path }) => path) });
  return cut(
    rows,
    query.limit,
    (row) => lineOf(row, titles, language),
    ({ rank, id }) => [rank, id],
  );
}

function filters(query: ProcessQuery, add: (value: unknown) => string): string[] {
  const { process, status, place, unit, late, q } = query;
  return [
    ...(process ? [`pr.type = any(${add(process)})`] : []),
    ...(status ? [`pr.status = any(${add(status)})`] : []),
    ...(place ? [inPlace('pr.place_path', add(place))] : []),
    ...(unit ? [`pr.unit_ids @> array[${add(unit)}::uuid]`] : []),
    ...(late ? [`coalesce(${DUE} < now() and pr.closed_at is null, false) = ${add(late === 'true')}`] : []),
    ...(q ? [`pr.number like ${add(`${q.replace(/[\\%_]/g, '\\$&')}%`)}`] : []),
  ];
}

/** SQL: whether a path lies at or below the place that is named by its id, code or path. */
export const inPlace = (path: string, place: string): string =>
  `exists (select from place top where ${place} in (top.id::text, top.code, top.path)
     and (${path} = top.path or ${path} like top.path || '/%'))`;
