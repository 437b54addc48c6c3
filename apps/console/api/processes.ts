import { z } from 'zod';
import { Item, Matter, MatterCard, MatterTask, Paper, TargetedAction, Titled } from './matters.ts';

/** A process that is no matter, in a list. `dueAt`: of the whole, or of the next open task. */
export const ProcessLine = z.object({
  id: z.string(),
  href: z.string(),
  process: Titled,
  label: z.string(),
  number: z.string().nullable(),
  status: z.string(),
  step: Titled.nullable(),
  place: Titled,
  ending: z.string().nullable(),
  card: z.string().nullable(),
  dueAt: z.string().nullable(),
  isOverdue: z.boolean(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
});
export type ProcessLine = z.infer<typeof ProcessLine>;

/** A process that another one began, or that began another one; without a label where the reader may not see it. */
const Kin = z.object({
  id: z.string(),
  href: z.string(),
  process: Titled,
  label: z.string().nullable(),
  status: z.string(),
  ending: z.string().nullable(),
  /** The thing on the list because of which it was begun. */
  item: z.string().nullable(),
});
export type Kin = z.infer<typeof Kin>;

/** How far its things have come, and who has taken on how much; `meeting` names what is being given out now. */
const Desk = z.object({
  funnel: z.array(z.object({ title: z.string(), n: z.int() })),
  loads: z.array(z.object({ unit: Titled, n: z.int(), of: z.int().nullable() })),
  meeting: z.object({ item: z.string() }).nullable(),
});

/** One process, as far as this reader may see it; `kind` names what `process` says as a code. */
export const Process = ProcessLine.extend({
  facts: z.record(z.string(), z.unknown()),
  names: z.record(z.string(), z.string()),
  tasks: z.array(MatterTask),
  items: z.array(Item),
  cards: z.array(MatterCard),
  children: z.array(Kin),
  parent: Kin.nullable(),
  policy: Matter.shape.policy,
  desk: Desk,
  links: z.object({
    hands: z.string().nullable(),
    history: z.string().nullable(),
    deadlines: z.string().nullable(),
    lists: z.array(Paper),
    papers: z.array(Paper),
  }),
  actions: z.array(TargetedAction),
}).transform(({ process, ...rest }) => ({ ...rest, process: process.value, kind: process }));
export type Process = z.infer<typeof Process>;

/** A thing on a list, with the process that it stands in. */
export const ItemLine = Item.extend({
  process: ProcessLine.pick({ id: true, href: true, process: true, label: true, status: true }),
});
export type ItemLine = z.infer<typeof ItemLine>;

/** Where the console shows what the API answers at an address. */
export const addressOf = (href: string): string => href.replace(/^\/api\/v1/, '');
