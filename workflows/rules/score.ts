// Step 6, assess 动态考核: a matter's points for unit and grid. Every deduction is a line with its reason.
import { z } from 'zod';
import type { WorkTime } from './calendar.ts';
import { elapsed, workDayMs } from './work-time.ts';

const Points = z.number().min(0);

/** Points taken off for each thing that happened; the numbers of practice.md, fine point 10, are the default pack's. */
export const ScorePolicy = z.strictObject({
  start: Points,
  floor: Points,
  late: Points,
  lateDay: Points,
  lateMost: Points,
  refusedReturn: Points,
  rehandling: Points,
  yellow: Points,
  red: Points,
  rating: z.strictObject({ unsolved: Points, basically: Points, dissatisfied: Points }),
});
export type ScorePolicy = z.infer<typeof ScorePolicy>;

/** What a matter's course says about the unit that handled it. */
export const ScoreFacts = z.strictObject({
  late: z.boolean(),
  lateWorkingDays: z.int().min(0),
  refusedReturns: z.int().min(0),
  rehandlings: z.int().min(0),
  yellow: z.int().min(0),
  red: z.int().min(0),
  rating: z.enum(['unsolved', 'satisfied', 'basically', 'dissatisfied', 'none']),
});
export type ScoreFacts = z.infer<typeof ScoreFacts>;

export const ScoreReason = z.enum([
  'late',
  'lateDays',
  'refusedReturns',
  'rehandlings',
  'yellow',
  'red',
  'ratedUnsolved',
  'ratedBasically',
  'ratedDissatisfied',
]);
export type ScoreReason = z.infer<typeof ScoreReason>;

/** `points` is what the line takes off in all, as a negative number; `times` is how often. */
export const ScoreLine = z.strictObject({
  reason: ScoreReason,
  points: z.number().max(0),
  times: z.int().min(1),
});
export type ScoreLine = z.infer<typeof ScoreLine>;

export const Score = z.strictObject({
  start: Points,
  floor: Points,
  total: Points,
  lines: z.array(ScoreLine),
});
export type Score = z.infer<typeof Score>;

/** Whole working days between due and done: the "further" days of a late matter. 0 when it was timely. */
export function lateWorkingDays(due: Date, done: Date, time: WorkTime): number {
  return Math.max(0, Math.floor(elapsed('working', due, done, time) / workDayMs(time.office)));
}

/** The score and its lines, in a fixed order; never below the policy's floor. */
export function scoreMatter(facts: ScoreFacts, policy: ScorePolicy): Score {
  const lines = [...lateLines(facts, policy), ...countedLines(facts, policy), ...ratingLines(facts, policy)];
  return totalled(
    lines.filter((line) => line.points < 0),
    policy,
  );
}

/** The score after an appeal that succeeded: the line is gone; what happened stays in the journal. */
export function withoutLine(score: Score, reason: ScoreReason): Score {
  return totalled(
    score.lines.filter((line) => line.reason !== reason),
    score,
  );
}

function totalled(lines: ScoreLine[], { start, floor }: { start: number; floor: number }): Score {
  const sum = lines.reduce((total, line) => total + line.points, start);
  return { start, floor, total: Math.max(floor, sum), lines };
}

function lateLines(facts: ScoreFacts, policy: ScorePolicy): ScoreLine[] {
  if (!facts.late) return [];
  const first = Math.min(policy.late, policy.lateMost);
  const further = Math.min(policy.lateDay * facts.lateWorkingDays, policy.lateMost - first);
  return [
    { reason: 'late', points: -first, times: 1 },
    { reason: 'lateDays', points: -further, times: facts.lateWorkingDays },
  ];
}

function countedLines(facts: ScoreFacts, policy: ScorePolicy): ScoreLine[] {
  return [
    {
      reason: 'refusedReturns',
      points: -policy.refusedReturn * facts.refusedReturns,
      times: facts.refusedReturns,
    },
    { reason: 'rehandlings', points: -policy.rehandling * facts.rehandlings, times: facts.rehandlings },
    { reason: 'yellow', points: -policy.yellow * facts.yellow, times: facts.yellow },
    { reason: 'red', points: -policy.red * facts.red, times: facts.red },
  ];
}

function ratingLines({ rating }: ScoreFacts, policy: ScorePolicy): ScoreLine[] {
  if (rating === 'unsolved') return [{ reason: 'ratedUnsolved', points: -policy.rating.unsolved, times: 1 }];
  if (rating === 'basically')
    return [{ reason: 'ratedBasically', points: -policy.rating.basically, times: 1 }];
  if (rating === 'dissatisfied')
    return [{ reason: 'ratedDissatisfied', points: -policy.rating.dissatisfied, times: 1 }];
  return [];
}
