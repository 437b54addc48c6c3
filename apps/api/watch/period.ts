import { z } from 'zod';
import { monthWindow, quarterWindow } from '../../../workflows/rules/rates.ts';
import type { InForce } from '../../../prisma/policies.ts';
import { BadRequest } from '../refusal.ts';
import { Time } from '../wire.ts';

/** A month and a quarter run as the policy says (practice.md: from the 19th, for example); `custom` from–until. */
export const PeriodFilter = z.object({
  period: z.enum(['month', 'last', 'quarter', 'custom']).default('month'),
  from: Time.optional(),
  until: Time.optional(),
});
export type PeriodFilter = z.infer<typeof PeriodFilter>;

export type Window = { from: Date; until: Date };

/** From when (included) until when (not any more). Throws BadRequest where a custom one does not say so. */
export function windowOf({ period, from, until }: PeriodFilter, { policy }: InForce, now: Date): Window {
  const { rates, office } = policy;
  if (period === 'quarter') return quarterWindow(now, rates, office);
  const month = monthWindow(now, rates, office);
  if (period === 'month') return month;
  if (period === 'last') return monthWindow(new Date(month.from.getTime() - 1), rates, office);
  if (from === undefined || until === undefined || from >= until) throw new BadRequest('period-unclear');
  return { from: new Date(from), until: new Date(until) };
}
