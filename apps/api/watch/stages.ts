import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { processNamed } from '../../../workflows/catalog.ts';
import { shareOf } from '../../../workflows/rules/stages.ts';
import type { Condition } from '../door/scope.ts';
import type { Language } from '../language.ts';
import { stepOf } from '../matters/line.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import { handsOf, namesOfHands } from './hands.ts';
import { isCounted, StageNumber, WHOLE } from './stage-query.ts';
import type { StageFilter } from './stage-query.ts';

const Share = z.number().nullable();

/** The seven numbers 应 已 按期 超期 待 按期待 超期待 of a step or a unit, with closing rate and in-time rate (0 to 1; null is "no data"). */
export const StageLine = z.object({
  owner: Titled,
  numbers: z.record(StageNumber, z.int()),
  closingRate: Share,
  inTimeRate: Share,
});
export type StageLine = z.infer<typeof StageLine>;

const Row = z.object({ owner: z.string().nullable(), numbers: z.record(StageNumber, z.int()) });
type Row = z.infer<typeof Row>;

const counted = StageNumber.options
  .map((number) => `'${number}', count(*) filter (where ${isCounted[number]})`)
  .join(', ');

/** The process as a whole, and a line for each step in its order, or for each unit, the most overdue first. */
export async function stagesOf(
  db: Database,
  items: Condition,
  { process, by, step }: StageFilter,
  language: Language,
): Promise<{ whole: StageLine | null; items: StageLine[] }> {
  const values = [...items.values];
  const inStep = step === undefined ? 'true' : `step = $${values.push(step)}`;
  const owner = by === 'step' ? 'step' : `case when step = '${WHOLE}' then '${WHOLE}' else hands end`;
  const { rows } = await db.pool.query(
    `${items.sql} select ${owner} as owner, jsonb_build_object(${counted}) as numbers from item
     where $3::timestamptz is not null and (${inStep} or step = '${WHOLE}') group by 1`,
    values,
  );
  const read = z.array(Row).parse(rows);
  const titles = await titlesOf(db, language, namesOfHands(read.map(({ owner: one }) => one)));
  const nameOf = (value: string): Titled =>
    (by === 'step' ? stepOf(process, value, language) : handsOf(value, titles)) ?? { value, title: value };
  const lines = read.map((row) => lineOf(row, nameOf));
  const whole = lines.find(({ owner: one }) => one.value === WHOLE);
  const rest = lines.filter((line) => line !== whole);
  return { whole: whole ?? null, items: rest.sort(by === 'step' ? inOrderOf(process) : mostOverdue) };
}

function lineOf({ owner, numbers }: Row, nameOf: (value: string) => Titled): StageLine {
  return {
    owner: nameOf(owner ?? ''),
    numbers,
    closingRate: shareOf(numbers.done, numbers.due) ?? null,
    inTimeRate: shareOf(numbers.doneInTime, numbers.due) ?? null,
  };
}

function inOrderOf(process: string): (a: StageLine, b: StageLine) => number {
  const { steps } = processNamed(process);
  const place = ({ owner }: StageLine) => steps.findIndex(({ name }) => name === owner.value);
  return (a, b) => place(a) - place(b);
}

const mostOverdue = (a: StageLine, b: StageLine): number =>
  b.numbers.pendingLate - a.numbers.pendingLate || b.numbers.pending - a.numbers.pending;
