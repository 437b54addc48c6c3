// The state of a process: what its entries come to. Plain JSON, so that it can be kept as the read model.
import { z } from 'zod';
import { Clock } from '../rules/clock.ts';
import { Performer } from './actor.ts';
import { Author, Deed, Ending, RequestKind } from './event.ts';

export const Task = z.strictObject({
  id: z.string(),
  kind: z.string(),
  step: z.string(),
  status: z.enum(['open', 'done', 'ended']),
  performer: Performer,
  openedAt: z.string(),
  clock: z.string().optional(),
  about: z.string().optional(),
  reporter: z.uuid().optional(),
  item: z.string().optional(),
  isBinding: z.boolean().default(false),
  isWindow: z.boolean().default(false),
  heldBy: z.uuid().optional(),
  claimedAt: z.string().optional(),
  /** Who handed it to the holder; nobody where he claimed it himself. */
  givenBy: Author.optional(),
  closedAt: z.string().optional(),
  /** When its completion counts; earlier than `closedAt` when the act had to wait. */
  doneAt: z.string().optional(),
  by: Author.optional(),
  outcome: z.string().optional(),
  form: z.record(z.string(), z.json()).optional(),
  how: Ending.optional(),
});
export type Task = z.infer<typeof Task>;

export const Card = z.strictObject({
  id: z.string(),
  level: Deed,
  clock: z.string(),
  task: z.string().optional(),
  unit: z.uuid().nullable(),
  setAt: z.string(),
  replyDueAt: z.string().optional(),
  clearedAt: z.string().optional(),
  liftedAt: z.string().optional(),
  liftedBy: Author.optional(),
  liftedReason: z.string().optional(),
});
export type Card = z.infer<typeof Card>;

export const Request = z.strictObject({
  id: z.string(),
  kind: RequestKind,
  task: z.string(),
  decision: z.string(),
  form: z.record(z.string(), z.json()),
  by: Author.optional(),
  askedAt: z.string(),
  status: z.enum(['open', 'granted', 'refused', 'void']),
  answeredAt: z.string().optional(),
});
export type Request = z.infer<typeof Request>;

/** A thing on the process's list: what it is stands in its facts, under names that the process's contract knows. */
export const Item = z.strictObject({
  id: z.string(),
  kind: z.string(),
  facts: z.record(z.string(), z.json()),
  openedAt: z.string(),
  by: Author.optional(),
  closedAt: z.string().optional(),
  ending: z.string().optional(),
});
export type Item = z.infer<typeof Item>;

/** A process that was begun by this one. */
export const Begun = z.strictObject({
  id: z.uuid(),
  process: z.string(),
  item: z.string().optional(),
  isTold: z.boolean(),
});
export type Begun = z.infer<typeof Begun>;

export const State = z.strictObject({
  id: z.uuid(),
  process: z.string(),
  seq: z.int(),
  place: z.string(),
  policy: z.strictObject({ name: z.string(), version: z.string() }),
  calendar: z.strictObject({ id: z.string(), version: z.string() }),
  openedAt: z.string(),
  closedAt: z.string().optional(),
  /** Set as soon as the end is decided; `closedAt` follows when everything is settled. */
  ending: z.string().optional(),
  step: z.string(),
  steps: z.array(z.strictObject({ step: z.string(), at: z.string() })),
  facts: z.record(z.string(), z.json()),
  tasks: z.record(z.string(), Task),
  clocks: z.record(z.string(), Clock),
  cards: z.record(z.string(), Card),
  requests: z.record(z.string(), Request),
  items: z.record(z.string(), Item).default({}),
  begun: z.array(Begun).default([]),
});
export type State = z.infer<typeof State>;

/** Open tasks, oldest first. */
export const openTasks = (state: State): Task[] =>
  Object.values(state.tasks).filter((task) => task.status === 'open');

/** The items of one kind that are still open, oldest first. */
export const openItems = (state: State, kind: string): Item[] =>
  itemsOf(state, kind).filter(({ closedAt }) => closedAt === undefined);

/** All items of one kind, oldest first. */
export const itemsOf = (state: State, kind: string): Item[] =>
  Object.values(state.items).filter((item) => item.kind === kind);

/** The next free local id: `t4` after `t3`. */
export const nextId = (
  letter: 't' | 'c' | 'k' | 'r' | 'i',
  taken: Readonly<Record<string, unknown>>,
): string => `${letter}${Object.keys(taken).length + 1}`;
