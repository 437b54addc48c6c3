import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { isLate } from '../../../workflows/rules/timely.ts';
import type { Condition } from '../door/scope.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import type { Titles } from '../matters/titles.ts';
import { cut, placeOf } from '../page.ts';
import type { Page } from '../page.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import { taskTitle, Whole, wholeOf } from './clock-line.ts';
import { handsOf, namesOfHands } from './hands.ts';
import { isCounted, WHOLE } from './stage-query.ts';
import type { StageNumber } from './stage-query.ts';

/** One piece of work behind a number; `task` is null where it is the process as a whole. */
export const StageItem = z.object({
  id: z.string(),
  process: Whole,
  task: z.string().nullable(),
  hands: Titled.nullable(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  isLate: z.boolean(),
});
export type StageItem = z.infer<typeof StageItem>;

export type Row = {
  id: string;
  process_id: string;
  hands: string | null;
  task_kind: string | null;
  opened_at: Date;
  opened_text: string;
  due_at: Date | null;
  done_at: Date | null;
  type: string;
  number: string | null;
  grid: string;
  kind: string | null;
  colour: string | null;
  facts: unknown;
};

export type ItemQuery = {
  number: StageNumber;
  step?: string;
  owner?: string;
  cursor?: string;
  limit: number;
};

/** A page of what stands behind a number, the latest given out first. Without a step, and by unit: of all steps. */
export async function stageItems(
  db: Database,
  items: Condition,
  { number, step, owner, cursor, limit }: ItemQuery,
  language: Language,
  now: Date,
): Promise<Page<StageItem>> {
  const values = [...items.values];
  const add = (value: unknown) => `$${values.push(value)}`;
  const after = placeOf(cursor);
  const wanted = [
    isCounted[number],
    step === undefined ? `step <> '${WHOLE}'` : `step = ${add(step)}`,
    ...(owner === undefined ? [] : [`hands = ${add(owner)}`]),
    ...(after === undefined
      ? []
      : [`(opened_at, id) < (${add(after[0])}::timestamptz, ${add(after[1])}::text)`]),
  ];
  const { rows } = await db.pool.query<Row>(
    `${items.sql} select *, opened_at::text as opened_text from item where $3::timestamptz is not null
     and ${wanted.join(' and ')} order by opened_at desc, id desc limit ${limit + 1}`,
    values,
  );
  const titles = await titlesOf(db, language, namesIn(rows));
  return cut(
    rows,
    limit,
    (row) => lineOf(row, titles, language, now),
    ({ opened_text: at, id }) => [at, id],
  );
}

const lineOf = (row: Row, titles: Titles, language: Language, now: Date): StageItem => ({
  id: row.id,
  process: wholeOf(row, { titles, language }),
  task: row.task_kind === null ? null : taskTitle(row.type, row.task_kind, language),
  hands: handsOf(row.hands, titles),
  openedAt: timeOf(row.opened_at),
  dueAt: timeOrNull(row.due_at),
  doneAt: timeOrNull(row.done_at),
  isLate: isLate(row.due_at, row.done_at ?? now),
});

/** The names that lines of work need. */
export const namesIn = (rows: readonly Pick<Row, 'hands' | 'grid' | 'kind'>[]) => {
  const { units, places } = namesOfHands(rows.map(({ hands }) => hands));
  return {
    units,
    places: [...places, ...rows.map(({ grid }) => grid)],
    kinds: rows.flatMap(({ kind }) => kind ?? []),
  };
};
