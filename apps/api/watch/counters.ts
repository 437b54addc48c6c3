import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Condition } from '../door/scope.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import type { Titles } from '../matters/titles.ts';
import { cut, placeOf } from '../page.ts';
import type { Page } from '../page.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import { taskTitle, Whole, wholeOf } from './clock-line.ts';
import { CounterName } from './counter-query.ts';
import { handsOf } from './hands.ts';
import { namesIn } from './stage-items.ts';

/** What is counted of each: matters with one that is still on, times in all, matters with more than one, milliseconds together. */
export const Counter = z.object({
  name: CounterName,
  now: z.int(),
  ever: z.int(),
  more: z.int(),
  ms: z.number(),
});
export type Counter = z.infer<typeof Counter>;

export const Counted = z.enum(['now', 'ever', 'more']);
export type Counted = z.infer<typeof Counted>;

const isOn: Readonly<Record<Counted, string>> = { now: 'ended is null', ever: 'true', more: 'times > 1' };

/** All four, also those that never happened. */
export async function countersOf({ pool }: Database, times: Condition): Promise<Counter[]> {
  const { rows } = await pool.query(
    `${times.sql} select name, (count(distinct process_id) filter (where ${isOn.now}))::int as now, count(*)::int as ever,
       (count(distinct process_id) filter (where ${isOn.more}))::int as more, sum(ms)::float8 as ms from time group by name`,
    times.values,
  );
  const read = z.array(Counter).parse(rows);
  return CounterName.options.map(
    (name) => read.find((one) => one.name === name) ?? { name, now: 0, ever: 0, more: 0, ms: 0 },
  );
}

/** One time that it happened; `times`: how often in the same matter. `ms`: how long. */
export const CounterLine = z.object({
  id: z.string(),
  process: Whole,
  task: z.string(),
  hands: Titled.nullable(),
  began: z.string(),
  ended: z.string().nullable(),
  ms: z.number(),
  times: z.int(),
});
export type CounterLine = z.infer<typeof CounterLine>;

type Row = {
  key: string;
  process_id: string;
  task_kind: string;
  hands: string | null;
  began: Date;
  began_text: string;
  ended: Date | null;
  ms: string;
  times: string;
  type: string;
  number: string | null;
  grid: string;
  kind: string | null;
  colour: string | null;
  facts: unknown;
};

export type TimesQuery = { name: CounterName; of: Counted; cursor?: string; limit: number };

const KEY = `task_id || '@' || began::text`;

/** A page of what stands behind a counter, the latest first. */
export async function timesPage(
  db: Database,
  times: Condition,
  { name, of, cursor, limit }: TimesQuery,
  language: Language,
): Promise<Page<CounterLine>> {
  const values = [...times.values];
  const add = (value: unknown) => `$${values.push(value)}`;
  const after = placeOf(cursor);
  const wanted = [
    `name = ${add(name)}`,
    isOn[of],
    ...(after === undefined
      ? []
      : [`(began, ${KEY}) < (${add(after[0])}::timestamptz, ${add(after[1])}::text)`]),
  ];
  const { rows } = await db.pool.query<Row>(
    `${times.sql} select *, began::text as began_text, ${KEY} as key from time where ${wanted.join(' and ')}
     order by began desc, ${KEY} desc limit ${limit + 1}`,
    values,
  );
  const titles = await titlesOf(db, language, namesIn(rows));
  return cut(
    rows,
    limit,
    (row) => lineOf(row, titles, language),
    ({ began_text: at, key }) => [at, key],
  );
}

const lineOf = (row: Row, titles: Titles, language: Language): CounterLine => ({
  id: row.key,
  process: wholeOf(row, { titles, language }),
  task: taskTitle(row.type, row.task_kind, language),
  hands: handsOf(row.hands, titles),
  began: timeOf(row.began),
  ended: timeOrNull(row.ended),
  ms: Number(row.ms),
  times: Number(row.times),
});
