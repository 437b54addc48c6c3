import { z } from 'zod';
import { Left, Titled } from '../../api/matters.ts';

/** A line of a box: a task, or in 抄送 and 我发起的 a process by itself. */
export const DeskLine = z.object({
  id: z.string(),
  href: z.string(),
  title: z.string(),
  ask: z.string(),
  kind: z.string().nullable(),
  step: Titled.nullable(),
  /** What it is a task of; `matter` says more where that is one. */
  process: z.object({
    href: z.string(),
    process: Titled,
    label: z.string(),
    about: z.string().nullable(),
    number: z.string().nullable(),
    place: Titled.nullable(),
  }),
  matter: z.object({ receipt: z.string(), colour: z.string().nullable() }).nullable(),
  unit: Titled.nullable(),
  askedOf: Titled.nullable(),
  heldBy: Titled.nullable(),
  givenBy: Titled.nullable(),
  isMine: z.boolean(),
  card: z.string().nullable(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
  /** What is left of its time, in the clock that counts it; milliseconds. */
  left: Left.nullable(),
  closedAt: z.string().nullable(),
  outcome: Titled.nullable(),
  ending: z.string().nullable(),
  at: z.string().nullable(),
});
export type DeskLine = z.infer<typeof DeskLine>;
