import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { endOfPeriod, periodOf, startOfPeriod } from '../../../workflows/rules/period.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { OFFSET } from './query.ts';

/** The things of one kind on the lists of processes that begin in this quarter, and how many of them are done. */
export const Quarter = z.object({ process: Titled, kind: Titled, n: z.int(), done: z.int() });

const Row = z.object({ process: z.string(), kind: z.string(), n: z.int(), done: z.int() });

/** What stands on the lists of processes with a rhythm of their own, opened in the quarter of `now`. */
export async function quarterOf(
  db: Database,
  subject: Subject,
  language: Language,
  now: Date,
): Promise<z.infer<typeof Quarter>[]> {
  const period = periodOf(now, 'quarter', OFFSET);
  const span = [startOfPeriod(period, OFFSET), endOfPeriod(period, OFFSET), rhythmic()];
  const columns = { unitIds: 'pr.unit_ids', placePath: 'pr.place_path' };
  const seen = scope(subject, 'overview:read', columns, span);
  const { rows } = await db.pool.query(
    `select i.process, i.kind, count(*)::int as n, count(*) filter (where i.closed_at is not null)::int as done
     from process pr join item i on i.process_id = pr.id
     where pr.type = any($3::text[]) and pr.opened_at >= $1 and pr.opened_at < $2 and ${seen.sql} group by 1, 2 order by 1, 2`,
    seen.values,
  );
  return z
    .array(Row)
    .parse(rows)
    .map(({ process, kind, ...counts }) => ({
      process: { value: process, title: catalog[process]?.title[language] ?? process },
      kind: { value: kind, title: catalog[process]?.items?.[kind]?.[language] ?? kind },
      ...counts,
    }));
}

const rhythmic = (): string[] =>
  Object.values(catalog).flatMap(({ name, rhythm }) => (rhythm === undefined ? [] : name));
