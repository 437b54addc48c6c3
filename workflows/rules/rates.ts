// The three rates 三率: response, solved, satisfaction, over the matters with a valid call-back.
import { z } from 'zod';
import type { OfficeHours } from './calendar.ts';
import { DAY_MS, TimeOfDay, addMonths, fromLocal, sinceMidnight, toLocal } from './local-time.ts';

const Weight = z.number().min(0).max(1);

/** Weights, the worth of "basically satisfied", reasons for exclusion 考评剔除, and where days and months begin. */
export const RatesPolicy = z.strictObject({
  weights: z
    .strictObject({ response: Weight, satisfaction: Weight, solved: Weight })
    .refine((w) => Math.abs(w.response + w.satisfaction + w.solved - 1) < 1e-9, 'must add up to 1'),
  basically: Weight,
  exclusions: z.array(z.string().min(1)),
  dayFrom: TimeOfDay,
  monthFrom: z.int().min(1).max(28),
});
export type RatesPolicy = z.infer<typeof RatesPolicy>;

/** One reporter's call-back. `excluded` is the reason of a decision that took it out, never a deletion. */
export const CallBack = z.strictObject({
  id: z.string(),
  valid: z.boolean(),
  contacted: z.boolean(),
  solved: z.boolean(),
  satisfied: z.enum(['satisfied', 'basically', 'dissatisfied']),
  excluded: z.string().optional(),
});
export type CallBack = z.infer<typeof CallBack>;

/** Shares from 0 to 1, the weighted total from 0 to 100, and the call-backs behind each. */
export interface Rates {
  response: number;
  solved: number;
  satisfaction: number;
  total: number;
  lists: {
    counted: string[];
    contacted: string[];
    solved: string[];
    satisfied: string[];
    basically: string[];
    excluded: string[];
  };
}

/** The rates, or undefined where no valid call-back is left: that is "no data", not zero. practice.md */
export function rates(callBacks: readonly CallBack[], policy: RatesPolicy): Rates | undefined {
  const excluded = callBacks.filter((one) => isExcluded(one, policy));
  const counted = callBacks.filter((one) => one.valid && !isExcluded(one, policy));
  if (counted.length === 0) return undefined;
  const ids = (holds: (one: CallBack) => boolean) => counted.filter(holds).map((one) => one.id);
  const lists = {
    counted: ids(() => true),
    contacted: ids((one) => one.contacted),
    solved: ids((one) => one.solved),
    satisfied: ids((one) => one.satisfied === 'satisfied'),
    basically: ids((one) => one.satisfied === 'basically'),
    excluded: excluded.map((one) => one.id),
  };
  return { ...sharesOf(countsOf(lists), policy), lists };
}

function isExcluded(one: CallBack, policy: RatesPolicy): boolean {
  return one.excluded !== undefined && policy.exclusions.includes(one.excluded);
}

const countsOf = (lists: Rates['lists']): RateCounts => ({
  counted: lists.counted.length,
  contacted: lists.contacted.length,
  solved: lists.solved.length,
  satisfied: lists.satisfied.length,
  basically: lists.basically.length,
});

/** How many call-backs stand behind each rate; `counted` is V, those that are valid and not excluded. */
export type RateCounts = Record<'counted' | 'contacted' | 'solved' | 'satisfied' | 'basically', number>;

/** Shares from 0 to 1 and the weighted total from 0 to 100, where at least one call-back counts. practice.md */
export function sharesOf(counts: RateCounts, { weights, basically }: RatesPolicy): Omit<Rates, 'lists'> {
  const valid = counts.counted;
  const response = counts.contacted / valid;
  const solved = counts.solved / valid;
  const satisfaction = (counts.satisfied + basically * counts.basically) / valid;
  const total =
    100 * (weights.response * response + weights.satisfaction * satisfaction + weights.solved * solved);
  return { response, solved, satisfaction, total };
}

/** The day that `at` belongs to where a day runs from `dayFrom` to `dayFrom`, for example from noon to noon. */
export function dayWindow(
  at: Date,
  policy: RatesPolicy,
  { utcOffset }: OfficeHours,
): { from: Date; until: Date } {
  const shift = sinceMidnight(policy.dayFrom);
  const day = Math.floor((toLocal(at, utcOffset) - shift) / DAY_MS);
  const opens = (number: number) => fromLocal(number * DAY_MS + shift, utcOffset);
  return { from: opens(day), until: opens(day + 1) };
}

type Window = { from: Date; until: Date };

/** The month that `at` belongs to where a month runs from the `monthFrom`-th, for example from the 19th. */
export function monthWindow(at: Date, policy: RatesPolicy, office: OfficeHours): Window {
  return monthsWindow(at, 1, policy, office);
}

/** The quarter that `at` belongs to: three such months, the first of the year's four from January on. */
export function quarterWindow(at: Date, policy: RatesPolicy, office: OfficeHours): Window {
  return monthsWindow(at, 3, policy, office);
}

function monthsWindow(at: Date, months: number, policy: RatesPolicy, { utcOffset }: OfficeHours): Window {
  const shift = (policy.monthFrom - 1) * DAY_MS + sinceMidnight(policy.dayFrom);
  const local = new Date(toLocal(at, utcOffset) - shift);
  const first = Math.floor(local.getUTCMonth() / months) * months;
  const from = fromLocal(Date.UTC(local.getUTCFullYear(), first, 1) + shift, utcOffset);
  return { from, until: addMonths(from, months, utcOffset) };
}
