import { z } from 'zod';
import { Action } from './action.ts';
import { Titled } from './matters.ts';

/** A version of a pack or a calendar. `inForceUntil` is null for the one that no other has replaced. */
export const Version = z.object({
  what: z.enum(['policy', 'calendar']),
  name: z.string(),
  title: z.string(),
  version: z.string(),
  inForceFrom: z.string(),
  inForceUntil: z.string().nullable(),
  open: z.int(),
  proposedBy: Titled.nullable(),
  decidedBy: Titled.nullable(),
  towns: z.array(Titled),
});
export type Version = z.infer<typeof Version>;

export const Versions = z.object({ items: z.array(Version), actions: z.array(Action) });

export const Proposal = z.object({
  id: z.string(),
  what: z.string(),
  name: z.string(),
  version: z.string(),
  inForceFrom: z.string(),
  proposedBy: z.string().nullable(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  verdict: z.string().nullable(),
  difference: z.array(z.string()),
  actions: z.array(Action),
});
export type Proposal = z.infer<typeof Proposal>;

export const Row = z.object({
  path: z.string(),
  title: z.string(),
  written: z.string(),
  said: z.string(),
  source: z.string().nullable(),
});

/** A pack as a table. */
export const Pack = z.object({
  name: z.string(),
  version: z.string(),
  title: z.string(),
  calendar: z.string(),
  sections: z.array(z.object({ name: z.string(), title: z.string(), rows: z.array(Row) })),
});
export type Pack = z.infer<typeof Pack>;

/** An example case; nothing is `wrong` with one that holds. */
export const Case = z.object({
  given: z.string(),
  when: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  wrong: z.array(z.string()),
});
export type Case = z.infer<typeof Case>;

export const Day = z.object({
  date: z.string(),
  isWorked: z.boolean(),
  why: z.enum(['ordinary', 'weekend', 'holiday', 'madeUp']),
  isPublished: z.boolean(),
  name: z.string().nullable(),
  isChanged: z.boolean(),
});
export type Day = z.infer<typeof Day>;

export const CalendarYear = z.object({
  id: z.string(),
  version: z.string(),
  year: z.int(),
  from: z.string(),
  publishedThrough: z.string(),
  versions: z.array(z.object({ version: z.string(), inForceFrom: z.string() })),
  days: z.array(Day),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/** An open process with the clocks that another version would move. */
export const Move = z.object({
  id: z.string(),
  href: z.string(),
  title: z.string(),
  clocks: z.array(
    z.object({
      clock: z.string(),
      task: z.string().nullable(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
});
export type Move = z.infer<typeof Move>;
