// Scorecards 考核: what the matters of a period come to for each unit or grid.
// Every figure says of how many matters it speaks; what was excluded by decision is counted beside, never in.
import { z } from 'zod';
import { Rating } from '../../../workflows/processes/six-step/contract.ts';
import { ScoreLine, ScoreReason } from '../../../workflows/rules/score.ts';
import { rates } from '../../../workflows/rules/rates.ts';
import type { CallBack, RatesPolicy } from '../../../workflows/rules/rates.ts';
import type { Marks } from './marks.ts';

/** A closed and scored matter, as far as its scorecard needs it. `owner` is the unit or place that it counts for. */
export const ScoredMatter = z.object({
  id: z.string(),
  owner: z.string(),
  score: z.number(),
  isExcluded: z.boolean(),
  exclusion: z.string().nullable(),
  rehandlings: z.int(),
  isLate: z.boolean(),
  ratings: z.array(Rating),
  lines: z.array(ScoreLine).default([]),
});
export type ScoredMatter = z.infer<typeof ScoredMatter>;

const Share = z.number().nullable();

export const Scorecard = z.object({
  owner: z.object({ value: z.string(), title: z.string() }),
  matters: z.int(),
  excluded: z.int(),
  late: z.int(),
  rehandled: z.int(),
  /** Why points were taken off, the most first: in how many matters, and the points of all together. */
  deductions: z.array(z.object({ reason: ScoreReason, matters: z.int(), points: z.number() })),
  /** Mean score of the matters that count, moved by the mean of the marks; null where no matter counts. */
  score: Share,
  /** What others gave it for its part in their processes: how many marks, and the points of all together. */
  marks: z.object({ count: z.int(), points: z.number() }),
  /** The three rates 三率, from 0 to 1, and their total from 0 to 100; null is "no data", not zero. */
  rates: z.object({ response: Share, solved: Share, satisfaction: Share, total: Share, valid: z.int() }),
});
export type Scorecard = z.infer<typeof Scorecard>;

/** One card an owner, the lowest mean score last. */
export function scorecards(
  matters: readonly ScoredMatter[],
  titleOf: (owner: string) => string,
  policy: RatesPolicy,
  marks: ReadonlyMap<string, Marks> = new Map(),
): Scorecard[] {
  const owners = [...new Set([...matters.map(({ owner }) => owner), ...marks.keys()])];
  const cards = owners.map((owner) => {
    const own = matters.filter((matter) => matter.owner === owner);
    const given = marks.get(owner) ?? { count: 0, points: 0 };
    return { owner: { value: owner, title: titleOf(owner) }, ...moved(figures(own, policy), given) };
  });
  return cards.sort(
    (a, b) => (b.score ?? -1) - (a.score ?? -1) || a.owner.title.localeCompare(b.owner.title),
  );
}

type Figures = Omit<Scorecard, 'owner' | 'marks'>;

/** A score stays between 0 and 100 whatever others give. */
function moved(figures: Figures, marks: Marks): Figures & { marks: Marks } {
  const by = marks.count === 0 ? 0 : marks.points / marks.count;
  const score = figures.score === null ? null : Math.min(100, Math.max(0, figures.score + by));
  return { ...figures, score, marks };
}

function figures(matters: readonly ScoredMatter[], policy: RatesPolicy): Figures {
  const counting = matters.filter(({ isExcluded }) => !isExcluded);
  const found = rates(matters.flatMap(callBacksOf), policy);
  const { response = null, solved = null, satisfaction = null, total = null } = found ?? {};
  return {
    matters: counting.length,
    excluded: matters.length - counting.length,
    late: counting.filter(({ isLate }) => isLate).length,
    rehandled: counting.filter(({ rehandlings }) => rehandlings > 0).length,
    deductions: deductionsIn(counting),
    score:
      counting.length === 0 ? null : counting.reduce((sum, { score }) => sum + score, 0) / counting.length,
    rates: { response, solved, satisfaction, total, valid: found?.lists.counted.length ?? 0 },
  };
}

function deductionsIn(matters: readonly ScoredMatter[]): Scorecard['deductions'] {
  const lines = matters.flatMap(({ lines: own }) => own);
  const found = ScoreReason.options.map((reason) => {
    const ofIt = lines.filter((line) => line.reason === reason);
    return { reason, matters: ofIt.length, points: ofIt.reduce((sum, { points }) => sum + points, 0) };
  });
  return found.filter((one) => one.matters > 0).sort((a, b) => a.points - b.points);
}

/** Each reporter's call-back counts; silence is not a valid one. */
const callBacksOf = ({ ratings, exclusion }: ScoredMatter): CallBack[] =>
  ratings.map((rating) => ({
    id: rating.matter,
    valid: rating.isValid,
    contacted: rating.contacted ?? false,
    solved: rating.solved ?? false,
    satisfied: rating.satisfaction ?? 'dissatisfied',
    excluded: exclusion ?? undefined,
  }));
