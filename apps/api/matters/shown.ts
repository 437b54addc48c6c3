import { z } from 'zod';
import { RequestKind } from '../../../workflows/process/event.ts';
import { pageOf } from '../page.ts';
import { PaperLink } from '../prints/papers.ts';
import { Running } from './running.ts';
import { ShownAction } from './shown-action.ts';

/** A thing with its name in the caller's language. */
export const Titled = z.object({ value: z.string(), title: z.string() });
export type Titled = z.infer<typeof Titled>;

/** A line of the ledger. Times say their offset; `dueAt` is null while paused or not yet set. */
export const MatterLine = z.object({
  id: z.uuid(),
  href: z.string(),
  receipt: z.string(),
  number: z.string().nullable(),
  process: z.string(),
  status: z.enum(['received', 'open', 'ending', 'closed']),
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
  mergedInto: z.uuid().nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
});
export type MatterLine = z.infer<typeof MatterLine>;

/** In the ledger, and by itself: what runs while it has no due time of its own, told to staff. */
export const LedgerLine = MatterLine.extend({ running: Running.nullable() });
export type LedgerLine = z.infer<typeof LedgerLine>;

export const MatterPage = pageOf(LedgerLine).extend({ actions: z.array(ShownAction) });

/** Somebody or some office that acts. */
export const Hand = z.object({
  role: z.string(),
  person: Titled.nullable(),
  unit: Titled.nullable(),
  inSteadOf: Titled.nullable(),
});
export type Hand = z.infer<typeof Hand>;

export const ShownTask = z.object({
  id: z.string(),
  href: z.string(),
  kind: z.string(),
  title: z.string(),
  ask: z.string(),
  step: Titled,
  status: z.enum(['open', 'done', 'ended']),
  /** Whom it asks for. */
  asks: z.object({
    role: z.string().nullable(),
    unit: Titled.nullable(),
    place: z.string().nullable(),
    /** This very person, by name. */
    person: Titled.nullable(),
  }),
  heldBy: Titled.nullable(),
  /** Who handed it to the holder; null where he claimed it himself. */
  givenBy: Titled.nullable(),
  isBinding: z.boolean(),
  isPaused: z.boolean(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  isOverdue: z.boolean(),
  doneAt: z.string().nullable(),
  by: Hand.nullable(),
  outcome: z.string().nullable(),
  card: z.string().nullable(),
  /** Another task that it is about, and the thing on the list that it is about. */
  about: z.string().nullable(),
  item: z.string().nullable(),
  form: z.record(z.string(), z.unknown()).nullable(),
});
export type ShownTask = z.infer<typeof ShownTask>;

/** What was asked for about a task (return, extension, suspension, reassignment): decided by the task `decision`. */
export const ShownRequest = z.object({
  id: z.string(),
  kind: RequestKind,
  task: z.string(),
  decision: z.string(),
  by: Hand.nullable(),
  askedAt: z.string(),
  status: z.enum(['open', 'granted', 'refused', 'void']),
  answeredAt: z.string().nullable(),
  form: z.record(z.string(), z.unknown()),
});
export type ShownRequest = z.infer<typeof ShownRequest>;

export const ShownCard = z.object({
  id: z.string(),
  level: z.string(),
  task: z.string().nullable(),
  unit: Titled.nullable(),
  setAt: z.string(),
  replyDueAt: z.string().nullable(),
  clearedAt: z.string().nullable(),
  liftedAt: z.string().nullable(),
});

/** A process that another one began, or that began another one; without a label where the caller may not see it. */
export const Kin = z.object({
  id: z.uuid(),
  href: z.string(),
  process: Titled,
  label: z.string().nullable(),
  status: z.string(),
  ending: z.string().nullable(),
  /** The thing on the list of the one that began it. */
  item: z.string().nullable(),
});
export type Kin = z.infer<typeof Kin>;

const Contact = z.record(z.string(), z.string());

/** Who reported it: only for those who may know. `purpose`: an auditor has to say why first. */
const Reporter = z.object({
  knowledge: z.enum(['yes', 'with-purpose', 'no']),
  person: Titled.nullable(),
  contact: Contact.nullable(),
});

export const Shown = LedgerLine.extend({
  way: z.string(),
  channel: z.string(),
  answerBy: z.string(),
  receivedAt: z.string(),
  happenedAt: z.string().nullable(),
  words: z.string().nullable(),
  attachments: z.array(z.object({ id: z.uuid(), mime: z.string(), bytes: z.int(), href: z.string() })),
  reporter: Reporter,
  facts: z.record(z.string(), z.unknown()),
  /** What ids, codes and paths in the facts are called. */
  names: z.record(z.string(), z.string()),
  children: z.array(Kin),
  parent: Kin.nullable(),
  tasks: z.array(ShownTask),
  cards: z.array(ShownCard),
  requests: z.array(ShownRequest),
  policy: z.object({ name: z.string(), version: z.string() }).nullable(),
  links: z.object({
    history: z.string(),
    deadlines: z.string(),
    similar: z.string(),
    /** for those who oversee it */
    hands: z.string().nullable(),
    papers: z.array(PaperLink),
  }),
  actions: z.array(ShownAction),
});
export type Shown = z.infer<typeof Shown>;
