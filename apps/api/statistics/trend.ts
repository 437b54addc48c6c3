import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import { casesFor, MOMENT } from './cases.ts';
import { LOCAL, spanOf, StatisticsQuery } from './query.ts';

export const TrendQuery = StatisticsQuery.extend({ by: z.enum(['day', 'week', 'month']).default('week') });

/** One day, week or month; the first and the last may be cut by the days asked for. `open`: at its end. */
const Step = z.object({
  from: z.string(),
  until: z.string(),
  received: z.int(),
  closed: z.int(),
  late: z.int(),
  open: z.int(),
});
export const Trend = z.object({ from: z.string(), until: z.string(), by: z.string(), items: z.array(Step) });

/** What was received, closed and fell late in each step of time, and what was open at its end. */
export async function trendOf(
  db: Database,
  subject: Subject,
  query: z.infer<typeof TrendQuery>,
): Promise<z.infer<typeof Trend>> {
  const { from, until, begins, ends } = spanOf(query);
  const { by } = query;
  const cases = await casesFor(db, subject, query);
  const [first, end, start, last] = [begins, ends, from, until].map(cases.add);
  const { rows } = await db.pool.query(
    `with c as (${cases.sql} and (pr.closed_at is null or pr.closed_at >= ${first})),
      happened as (${Object.entries(MOMENT)
        .map(([what, at]) => `select '${what}' as what, ${at} as at from c`)
        .join(' union all ')}),
      counted as (select date_trunc('${by}', at ${LOCAL}) as begins,
          ${Object.keys(MOMENT)
            .map((what) => `count(*) filter (where what = '${what}')::int as ${what}`)
            .join(', ')}
        from happened where at >= ${first} and at < ${end} group by 1),
      before as (select count(*)::int as n from c where opened_at < ${first} and coalesce(closed_at >= ${first}, true))
     select to_char(greatest(step, ${start}::date), 'YYYY-MM-DD') as from,
            to_char(least(step + interval '1 ${by}' - interval '1 day', ${last}::date), 'YYYY-MM-DD') as until,
            coalesce(received, 0) as received, coalesce(closed, 0) as closed, coalesce(late, 0) as late,
            ((select n from before) + sum(coalesce(received, 0) - coalesce(closed, 0)) over (order by step))::int as open
     from generate_series(date_trunc('${by}', ${start}::timestamp), ${last}::timestamp, interval '1 ${by}') as step
     left join counted on counted.begins = step order by step`,
    cases.values,
  );
  return { from, until, by, items: z.array(Step).parse(rows) };
}
