import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { scope } from '../door/scope.ts';
import type { Looking } from '../matters/view.ts';
import { titlesOf } from '../matters/titles.ts';
import { cut, pageOf, placeOf } from '../page.ts';
import { LINE, lineOf, ProcessLine } from '../processes/line.ts';
import type { LineRow } from '../processes/line.ts';
import { reasonsFor } from './reasons.ts';
import type { AuditQuery } from './search-query.ts';
import { processConditions } from './where.ts';

/** A process that was found: where it is audited, its receipt where it has one, and why it was found. */
export const AuditLine = ProcessLine.extend({
  receipt: z.string().nullable(),
  reasons: z.array(z.object({ at: z.string().nullable(), who: z.string().nullable(), what: z.string() })),
});
export type AuditLine = z.infer<typeof AuditLine>;
export const AuditPage = pageOf(AuditLine);

type Row = LineRow & { receipt: string | null; place: string };

/** A page of the processes, matters and all others, that an auditor looks for; the latest first. */
export async function searchAudits(
  db: Database,
  { subject, language }: Looking,
  query: AuditQuery,
): Promise<z.infer<typeof AuditPage>> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const wanted = processConditions(query, add);
  const after = placeOf(query.cursor);
  if (after) wanted.push(`(pr.opened_at, pr.id) < (${add(after[0])}::timestamptz, ${add(after[1])}::uuid)`);
  const seen = scope(subject, 'audits:search', { placePath: 'pr.place_path' }, values);
  const { rows } = await db.pool.query<Row>(
    `select ${LINE}, i.receipt, pr.opened_at::text as place from process pr left join intake i on i.id = pr.id
     where ${[...wanted, seen.sql].join(' and ')} order by pr.opened_at desc, pr.id desc limit ${query.limit + 1}`,
    seen.values,
  );
  const titles = await titlesOf(db, language, { places: rows.map(({ place_path: path }) => path) });
  const reasons = await reasonsFor(db, query, rows.slice(0, query.limit), language);
  const shown = (row: Row): AuditLine => ({
    ...lineOf(row, titles, language),
    href: `/api/v1/audits/${row.id}`,
    receipt: row.receipt,
    reasons: reasons.get(row.id) ?? [],
  });
  return cut(rows, query.limit, shown, ({ place, id }) => [place, id]);
}
