import { z } from 'zod';
import { Action } from './action.ts';

/** A thing with its name in the reader's language. */
export const Titled = z.object({ value: z.string(), title: z.string() });
export type Titled = z.infer<typeof Titled>;

/** A line of the ledger. `dueAt` is null while it is paused or not yet set. */
export const MatterLine = z.object({
  id: z.string(),
  receipt: z.string(),
  number: z.string().nullable(),
  process: z.string(),
  status: z.string(),
  step: Titled.nullable(),
  kind: Titled,
  colour: z.string().nullable(),
  size: z.string().nullable(),
  tier: z.string().nullable(),
  place: Titled,
  lead: Titled.nullable(),
  card: z.string().nullable(),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
  isLateEntry: z.boolean(),
  ending: z.string().nullable(),
  rating: z.string().nullable(),
  score: z.number().nullable(),
  mergedInto: z.string().nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
});
export type MatterLine = z.infer<typeof MatterLine>;

/** What is left of a term, in the clock that counts it; milliseconds. */
export const Left = z.object({
  ms: z.number(),
  counting: z.enum(['clock', 'working']),
  dayMs: z.number(),
  term: z.string(),
});

/** With the task that runs while the matter has no due time of its own. */
export const LedgerLine = MatterLine.extend({
  running: z
    .object({
      title: z.string(),
      dueAt: z.string().nullable(),
      isPaused: z.boolean(),
      isOverdue: z.boolean(),
      card: z.string().nullable(),
      left: Left.nullable(),
    })
    .nullable(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/** Somebody or some office that acts; `inSteadOf` is A where B acted. */
export const Hand = z.object({
  role: z.string(),
  person: Titled.nullable(),
  unit: Titled.nullable(),
  inSteadOf: Titled.nullable(),
});
export type Hand = z.infer<typeof Hand>;

export const MatterTask = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  ask: z.string(),
  step: Titled,
  status: z.string(),
  asks: z.object({
    role: z.string().nullable(),
    unit: Titled.nullable(),
    place: z.string().nullable(),
    person: Titled.nullable(),
  }),
  heldBy: Titled.nullable(),
  /** Who handed it to the holder. */
  givenBy: Titled.nullish(),
  isBinding: z.boolean(),
  isPaused: z.boolean(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  isOverdue: z.boolean(),
  doneAt: z.string().nullable(),
  by: Hand.nullable(),
  outcome: z.string().nullable(),
  card: z.string().nullable(),
  /** What of the process's list it is about. */
  item: z.string().nullish(),
  form: z.record(z.string(), z.unknown()).nullable(),
});
export type MatterTask = z.infer<typeof MatterTask>;

export const MatterCard = z.object({
  id: z.string(),
  level: z.string(),
  task: z.string().nullable(),
  unit: Titled.nullable(),
  setAt: z.string(),
  replyDueAt: z.string().nullable(),
  clearedAt: z.string().nullable(),
  liftedAt: z.string().nullable(),
});
export type MatterCard = z.infer<typeof MatterCard>;

/** An act knows which task, card or thing on the list it is done to. */
export const TargetedAction = Action.extend({
  task: z.string().optional(),
  card: z.string().optional(),
  item: z.string().optional(),
});
export type TargetedAction = z.infer<typeof TargetedAction>;

/** A thing on a process's list: something said, a need, a letter. Its facts hold the words themselves. */
export const Item = z.object({
  id: z.string(),
  href: z.string(),
  kind: Titled,
  number: z.string().nullable(),
  status: z.string(),
  place: Titled,
  unit: Titled.nullable(),
  /** Whose it is, for whom that is known. */
  person: Titled.nullable(),
  ending: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
});
export type Item = z.infer<typeof Item>;

/** Something that can be printed: its address gives a PDF file. */
export const Paper = z.object({ name: z.string(), title: z.string(), href: z.string() });
export type Paper = z.infer<typeof Paper>;

/** What the parts of a page need of a matter, or of a process of any other kind. */
export type Proceeding = Pick<
  Matter,
  'id' | 'process' | 'closedAt' | 'tasks' | 'cards' | 'items' | 'names'
> & {
  /** null where the reader has no right to it */
  links: Record<'history' | 'deadlines' | 'hands', string | null>;
  actions: readonly TargetedAction[];
};

/** One matter, as far as this reader may see it. */
export const Matter = LedgerLine.extend({
  way: z.string(),
  channel: z.string(),
  answerBy: z.string(),
  happenedAt: z.string().nullable(),
  words: z.string().nullable(),
  attachments: z.array(z.object({ id: z.string(), mime: z.string(), href: z.string() })),
  reporter: z.object({
    knowledge: z.string(),
    person: Titled.nullable(),
    contact: z.record(z.string(), z.string()).nullable(),
  }),
  facts: z.record(z.string(), z.unknown()),
  tasks: z.array(MatterTask),
  cards: z.array(MatterCard),
  items: z.array(Item).default([]),
  /** Titles of whatever the facts refer to by id, code or path. */
  names: z.record(z.string(), z.string()).default({}),
  policy: z.object({ name: z.string(), version: z.string() }).nullable(),
  links: z.object({
    /** whose time it was, for those who oversee it */
    hands: z.string().nullable(),
    history: z.string(),
    deadlines: z.string(),
    similar: z.string(),
    papers: z.array(Paper),
  }),
  actions: z.array(TargetedAction),
});
export type Matter = z.infer<typeof Matter>;
