import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import { casesFor } from './cases.ts';
import { spanOf } from './query.ts';
import type { StatisticsQuery } from './query.ts';
import { enteredOnWay, reaches, stages, WAY } from './stages.ts';

export const Funnel = z.object({
  from: z.string(),
  until: z.string(),
  items: z.array(z.object({ stage: z.enum(stages), n: z.int() })),
});

const Counts = z.record(z.enum(stages), z.int());

/** Of the matters received in a span, how many came to each stage up to now. */
export async function funnelOf(
  db: Database,
  subject: Subject,
  query: StatisticsQuery,
): Promise<z.infer<typeof Funnel>> {
  const { from, until, begins, ends } = spanOf(query);
  const cases = await casesFor(db, subject, query);
  const { add } = cases;
  const within = `opened_at >= ${add(begins)} and opened_at < ${add(ends)}`;
  const counted = stages.map(
    (stage) => `count(*) filter (where ${reaches(stage, add, enteredOnWay)})::int as ${stage}`,
  );
  const { rows } = await db.pool.query(
    `with c as (${cases.sql}) select ${counted.join(', ')} from c ${WAY} where ${within}`,
    cases.values,
  );
  const counts = Counts.parse(rows[0]);
  return { from, until, items: stages.map((stage) => ({ stage, n: counts[stage] })) };
}
