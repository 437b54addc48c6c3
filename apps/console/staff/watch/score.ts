import { z } from 'zod';
import { Titled } from '../../api/matters.ts';

const Share = z.number().nullable();

export const Scorecard = z.object({
  owner: Titled,
  matters: z.int(),
  excluded: z.int(),
  late: z.int(),
  rehandled: z.int(),
  deductions: z.array(z.object({ reason: z.string(), matters: z.int(), points: z.number() })),
  score: Share,
  marks: z.object({ count: z.int(), points: z.number() }),
  rates: z.object({ response: Share, solved: Share, satisfaction: Share, total: Share, valid: z.int() }),
});
export type Scorecard = z.infer<typeof Scorecard>;

export const Scorecards = z.object({ items: z.array(Scorecard) });

export const Deducted = z.object({
  id: z.string(),
  href: z.string(),
  number: z.string().nullable(),
  kind: Titled.nullable(),
  place: Titled.nullable(),
  lead: Titled.nullable(),
  closedAt: z.string(),
  score: z.number(),
  points: z.number(),
  times: z.int(),
});
export type Deducted = z.infer<typeof Deducted>;
