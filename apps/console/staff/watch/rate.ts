import { z } from 'zod';
import { Titled } from '../../api/matters.ts';

/** The lists behind the rates. */
export const parts = [
  'counted',
  'contacted',
  'notContacted',
  'solved',
  'unsolved',
  'satisfied',
  'basically',
  'dissatisfied',
  'excluded',
  'invalid',
] as const;
export type Part = (typeof parts)[number];

const Share = z.number().nullable();

export const RateLine = z.object({
  owner: Titled.nullable(),
  matters: z.int(),
  counts: z.record(z.enum(parts), z.int()),
  response: Share,
  solved: Share,
  satisfaction: Share,
  total: Share,
});
export type RateLine = z.infer<typeof RateLine>;

export const RateBoard = z.object({
  from: z.string(),
  until: z.string(),
  formula: z.object({
    weights: z.object({ response: z.number(), satisfaction: z.number(), solved: z.number() }),
    basically: z.number(),
    exclusions: z.array(z.string()),
  }),
  policy: z.object({ name: z.string(), version: z.string() }),
  whole: RateLine,
  items: z.array(RateLine),
});
export type RateBoard = z.infer<typeof RateBoard>;

export const SaidLine = z.object({
  id: z.string(),
  matter: z.object({
    id: z.string(),
    href: z.string(),
    number: z.string().nullable(),
    kind: Titled.nullable(),
  }),
  place: Titled.nullable(),
  lead: Titled.nullable(),
  closedAt: z.string(),
  isMerged: z.boolean(),
  said: z.object({ contacted: z.boolean(), solved: z.boolean(), satisfaction: z.string() }).nullable(),
  exclusion: z
    .object({ reason: z.string(), by: Titled.nullable(), unit: Titled.nullable(), at: z.string().nullable() })
    .nullable(),
});
export type SaidLine = z.infer<typeof SaidLine>;

/** The rates in their order, each with the list that it opens first: its numerator, of the total the denominator. */
export const rateParts = {
  response: 'contacted',
  satisfaction: 'satisfied',
  solved: 'solved',
  total: 'counted',
} as const satisfies Record<string, Part>;
export type Rate = keyof typeof rateParts;
export const rateNames = ['response', 'satisfaction', 'solved', 'total'] as const;
