import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { sharesOf } from '../../../workflows/rules/rates.ts';
import type { RatesPolicy } from '../../../workflows/rules/rates.ts';
import type { Condition } from '../door/scope.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { titlesOf } from '../matters/titles.ts';
import { handsOf, namesOfHands } from './hands.ts';
import { isOn, Part } from './rates-query.ts';

const Share = z.number().nullable();

/**
 * The three rates 三率 of one unit or community: `counted` is V, the denominator of all; shares from 0 to 1, the total from
 * 0 to 100; null is "no data". Each reporter's call-back counts; `matters` counts each matter once.
 */
export const RateLine = z.object({
  owner: Titled.nullable(),
  matters: z.int(),
  counts: z.record(Part, z.int()),
  response: Share,
  solved: Share,
  satisfaction: Share,
  total: Share,
});
export type RateLine = z.infer<typeof RateLine>;

const Row = z.object({
  owner: z.string().nullable(),
  isAll: z.boolean(),
  matters: z.int(),
  counts: z.record(Part, z.int()),
});
type Row = z.infer<typeof Row>;

const counted = Part.options.map((part) => `'${part}', count(*) filter (where ${isOn[part]})`).join(', ');

/** The whole, and one line an owner: the best total first, "no data" last. */
export async function ratesOf(
  db: Database,
  said: Condition,
  policy: RatesPolicy,
  language: Language,
): Promise<{ whole: RateLine; items: RateLine[] }> {
  const { rows } = await db.pool.query(
    `${said.sql} select owner, grouping(owner) = 1 as "isAll", count(distinct id)::int as matters,
       jsonb_build_object(${counted}) as counts from said group by grouping sets ((owner), ())`,
    said.values,
  );
  const read = z.array(Row).parse(rows);
  const titles = await titlesOf(db, language, namesOfHands(read.map(({ owner }) => owner)));
  const lines = read.map((row) => ({ ...lineOf(row, policy), owner: handsOf(row.owner, titles) }));
  const whole = lines.find((_line, i) => read[i]?.isAll === true);
  const items = lines.filter((line) => line !== whole);
  return { whole: whole ?? nothing, items: items.sort(byTotal) };
}

function lineOf({ matters, counts }: Row, policy: RatesPolicy): RateLine {
  if (counts.counted === 0) return { ...nothing, matters, counts };
  return { owner: null, matters, counts, ...sharesOf(counts, policy) };
}

const byTotal = (a: RateLine, b: RateLine): number =>
  (b.total ?? -1) - (a.total ?? -1) || b.counts.counted - a.counts.counted;

const nothing: RateLine = {
  owner: null,
  matters: 0,
  counts: z.record(Part, z.int()).parse(Object.fromEntries(Part.options.map((part) => [part, 0]))),
  ...{ response: null, solved: null, satisfaction: null, total: null },
};
