// The supervision centre 督办中心 on the screen: what is late and why, rates, stages, counters and scores.
// This file has what the API says of open clocks, and how they are asked for.
import { z } from 'zod';
import { Titled } from '../../api/matters.ts';

/** What a line is a part of. */
export const Whole = z.object({
  id: z.string(),
  href: z.string(),
  process: Titled,
  label: z.string(),
  number: z.string().nullable(),
  place: Titled.nullable(),
  colour: z.string().nullable(),
});
export type Whole = z.infer<typeof Whole>;

/** An open clock; `leftMs` of a paused one counts in its own kind of time. */
export const ClockLine = z.object({
  id: z.string(),
  of: z.enum(['task', 'whole']),
  process: Whole,
  task: z.object({ id: z.string(), href: z.string(), title: z.string(), step: Titled.nullable() }).nullable(),
  hands: Titled.nullable(),
  role: z.string().nullable(),
  heldBy: Titled.nullable(),
  term: z.string(),
  startedAt: z.string(),
  dueAt: z.string().nullable(),
  leftMs: z.number().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
  card: z.string().nullable(),
  last: z
    .object({
      type: z.string(),
      code: z.string().nullable(),
      task: z.string().nullable(),
      outcome: z.string().nullable(),
      at: z.string(),
    })
    .nullable(),
});
export type ClockLine = z.infer<typeof ClockLine>;

/** What is looked at first; each number opens its list. */
export const Numbers = z.object({
  late: z.int(),
  soon: z.int(),
  paused: z.int(),
  until: z.string(),
  withoutHolder: z.int(),
  letters: z.int(),
  cards: z.int(),
  left: z.int(),
  waiting: z.int(),
});
export type Numbers = z.infer<typeof Numbers>;

export const Group = Titled.extend({ late: z.int(), soon: z.int(), paused: z.int() });
export type Group = z.infer<typeof Group>;

/** Lists of open clocks, each a tab. */
export const clockTabs = ['late', 'soon', 'paused'] as const;
export type ClockTab = (typeof clockTabs)[number];

/** By what open clocks are grouped; each is a filter of the same name as well. */
export const groupings = ['unit', 'place', 'colour', 'kind', 'process'] as const;
export type Grouping = (typeof groupings)[number];

/** Working days that are looked ahead. */
export const ahead = ['1', '2', '3', '5'] as const;

/** What the address says of the clocks, as the API asks for it. */
export function clockQuery(search: URLSearchParams): URLSearchParams {
  const kept = ['within', ...groupings].flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new URLSearchParams(kept);
}
