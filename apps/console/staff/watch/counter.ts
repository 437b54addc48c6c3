import { z } from 'zod';
import { Titled } from '../../api/matters.ts';
import { Whole } from './clock.ts';

export const counterNames = ['extension', 'hanging', 'rework', 'shuffling'] as const;

/** What is counted of each; each opens its list. */
export const counted = ['now', 'ever', 'more'] as const;

export const Counter = z.object({
  name: z.enum(counterNames),
  now: z.int(),
  ever: z.int(),
  more: z.int(),
  ms: z.number(),
});
export type Counter = z.infer<typeof Counter>;

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
