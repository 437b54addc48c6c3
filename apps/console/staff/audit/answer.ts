// What the API answers about an audit, as far as its pages read it.
import { z } from 'zod';
import { Hand, Titled } from '../../api/matters.ts';
import { ProcessLine } from '../../api/processes.ts';
import { Deadline } from '../process/explain.ts';

/** A process that was found, and why. */
export const AuditLine = ProcessLine.extend({
  receipt: z.string().nullable(),
  reasons: z.array(z.object({ at: z.string().nullable(), who: z.string().nullable(), what: z.string() })),
});
export type AuditLine = z.infer<typeof AuditLine>;

const Versioned = z.object({ name: z.string(), version: z.string(), sha256: z.string() });

export const Audit = z.object({
  id: z.string(),
  process: Titled,
  label: z.string(),
  number: z.string().nullable(),
  receipt: z.string().nullable(),
  place: Titled,
  status: z.string(),
  step: Titled.nullable(),
  ending: Titled.nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  policy: Versioned,
  calendar: Versioned,
  workDayMs: z.number(),
  links: z.object({
    page: z.string(),
    course: z.string(),
    deadlines: z.string(),
    integrity: z.string(),
    events: z.string(),
    json: z.string(),
    pdf: z.string(),
  }),
});
export type Audit = z.infer<typeof Audit>;

/** One line of the course; `since`: what had passed since the line before. */
export const CourseLine = z.object({
  id: z.string(),
  seq: z.int().nullable(),
  kind: z.string(),
  at: z.string(),
  countsAt: z.string(),
  by: Hand.nullable(),
  sentence: z.string(),
  fields: z.array(z.object({ title: z.string(), text: z.string() })),
  waitedMs: z.number(),
  since: z.object({ ms: z.number(), workMs: z.number() }),
  follows: z.boolean(),
  policy: z.string(),
  command: z.string().nullable(),
});
export type CourseLine = z.infer<typeof CourseLine>;
export const CoursePage = z.object({ items: z.array(CourseLine), nextCursor: z.string().nullish() });

/** A clock explained, with whether it was kept. */
export const Clock = Deadline.extend({
  title: z.string(),
  stoppedAt: z.string().nullable(),
  isLate: z.boolean(),
});
export type Clock = z.infer<typeof Clock>;

export const Integrity = z.object({
  checkedAt: z.string(),
  isWhole: z.boolean(),
  checks: z.array(
    z.object({
      name: z.string(),
      verdict: z.enum(['whole', 'broken', 'unchecked']),
      title: z.string(),
      detail: z.string(),
      places: z.array(z.object({ seq: z.int().nullable(), text: z.string() })),
    }),
  ),
});
export type Integrity = z.infer<typeof Integrity>;

export const Events = z.object({
  source: z.enum(['archive', 'server', 'away', 'gone']),
  count: z.int(),
  items: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      causes: z.array(z.object({ kind: z.string(), name: z.string(), id: z.string().nullable() })),
      entries: z.array(z.object({ seq: z.int(), sentence: z.string() })),
      events: z.array(z.object({ id: z.string(), at: z.string(), type: z.string(), note: z.string() })),
    }),
  ),
});
export type Turn = z.infer<typeof Events>['items'][number];
