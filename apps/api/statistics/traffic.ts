import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { processNamed } from '../../../workflows/catalog.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titledProcess } from '../processes/address.ts';
import { casesFor } from './cases.ts';
import { Named, spanOf, StatisticsQuery } from './query.ts';

export const TrafficQuery = StatisticsQuery.extend({ process: Named });

/** A step over many cases: how often entered, by how many, how long they stayed (milliseconds by the clock), who stands there now. */
const StepShown = z.object({
  step: z.string(),
  entered: z.int(),
  cases: z.int(),
  again: z.int(),
  medianMs: z.number().nullable(),
  ninthMs: z.number().nullable(),
  now: z.int(),
  overdue: z.int(),
});
/** A way between two steps: how often taken, by how many cases; `isBack`: to the same step or one before it. */
const PathShown = z.object({
  from: z.string(),
  to: z.string(),
  times: z.int(),
  cases: z.int(),
  isBack: z.boolean(),
});
export const Traffic = z.object({
  process: Titled,
  from: z.string(),
  until: z.string(),
  cases: z.int(),
  open: z.int(),
  reworked: z.int(),
  steps: z.array(StepShown),
  paths: z.array(PathShown),
});

const Row = z.object({
  cases: z.int(),
  open: z.int(),
  reworked: z.int(),
  steps: z.array(StepShown),
  paths: z.array(PathShown),
});

/** SQL for every entering of a step by some cases, in order, with the step before and the moment of leaving; the end counts as one. */
export const visitsOf = (
  cases: string,
): string => `select entered.*, lag(step) over w as before, lead(at) over w as gone,
    row_number() over (partition by id, step order by seq) as turn
  from (
    select c.id, j.seq, j.at, j.data -> 'event' ->> 'step' as step
      from ${cases} c join journal j on j.process_id = c.id and j.type = 'stepEntered'
    union all select c.id, 2147483647, c.closed_at, 'end' from ${cases} c where c.closed_at is not null
  ) entered window w as (partition by id order by seq)`;

/** The names of a process's steps in their order, for `isBackSql`. */
export const orderOf = (process: string): string[] => [
  ...processNamed(process).steps.map(({ name }) => name),
  'end',
];

/** SQL for a way that leads to the same step or to one before it. */
export const isBackSql = (order: string): string =>
  `coalesce(array_position(${order}::text[], step) <= array_position(${order}::text[], before), false)`;

/** The courses of all cases of one kind that began in a span, laid over each other. */
export async function trafficOf(
  db: Database,
  subject: Subject,
  query: z.infer<typeof TrafficQuery>,
  language: Language,
): Promise<z.infer<typeof Traffic>> {
  const { from, until, begins, ends } = spanOf(query);
  const cases = await casesFor(db, subject, { ...query, processes: [query.process] });
  const isBack = isBackSql(cases.add(orderOf(query.process)));
  const within = `opened_at >= ${cases.add(begins)} and opened_at < ${cases.add(ends)}`;
  const { rows } = await db.pool.query(
    `with every as (${cases.sql}), c as (select * from every where ${within}), visit as materialized (${visitsOf('c')})
     select (select count(*)::int from c) as cases,
       (select count(*)::int from c where closed_at is null) as open,
       (select count(distinct id)::int from visit where ${isBack}) as reworked,
       ${gathered(STEPS)} as steps,
       ${gathered(`select before as "from", step as "to", count(*) as times, count(distinct id) as cases,
         bool_or(${isBack}) as "isBack" from visit where before is not null group by 1, 2 order by 3 desc, 1, 2`)} as paths`,
    cases.values,
  );
  return { process: titledProcess(query.process, language), from, until, ...Row.parse(rows[0]) };
}

const gathered = (rows: string) => `(select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (${rows}) r)`;

const STAYED = `order by extract(epoch from gone - at) * 1000`;

const STEPS = `select visit.step, count(*) as entered, count(distinct visit.id) as cases,
    count(distinct visit.id) filter (where turn > 1) as again,
    percentile_cont(0.5) within group (${STAYED}) as "medianMs",
    percentile_cont(0.9) within group (${STAYED}) as "ninthMs",
    count(*) filter (where gone is null and c.closed_at is null) as now,
    count(*) filter (where gone is null and c.closed_at is null and c.due_at < now()) as overdue
  from visit join c on c.id = visit.id group by visit.step order by visit.step`;
