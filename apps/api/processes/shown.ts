import { z } from 'zod';
import { ShownAction } from '../matters/shown-action.ts';
import { Hand, Kin, ShownCard, ShownRequest, ShownTask, Titled } from '../matters/shown.ts';
import { pageOf } from '../page.ts';
import { PaperLink } from '../prints/papers.ts';
import { DeskView } from './desk-view.ts';
import { ProcessLine } from './line.ts';

/** A thing on a process's list. Its facts hold the words themselves; `names` says what ids, codes and paths in them are called. */
export const ShownItem = z.object({
  id: z.string(),
  href: z.string(),
  kind: Titled,
  number: z.string().nullable(),
  status: z.enum(['open', 'closed']),
  place: Titled,
  unit: Titled.nullable(),
  person: Titled.nullable(),
  ending: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  by: Hand.nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
});
export type ShownItem = z.infer<typeof ShownItem>;

const names = z.record(z.string(), z.string());

/** The process that a thing is on the list of. */
const Whole = ProcessLine.pick({ id: true, href: true, process: true, label: true, status: true });

export const ItemLine = ShownItem.omit({ by: true }).extend({ process: Whole });
export type ItemLine = z.infer<typeof ItemLine>;
export const ItemPage = pageOf(ItemLine).extend({ names });
export const ItemWithActions = ShownItem.extend({
  process: Whole,
  names,
  links: z.object({ letter: z.string().nullable() }),
  actions: z.array(ShownAction),
});

/** A list that can be printed or taken away: its address takes `format=json|xlsx|csv|pdf`. */
const Printed = z.object({ name: z.string(), title: z.string(), href: z.string() });

export const ShownProcess = ProcessLine.extend({
  facts: z.record(z.string(), z.unknown()),
  names,
  tasks: z.array(ShownTask),
  items: z.array(ShownItem),
  cards: z.array(ShownCard),
  requests: z.array(ShownRequest),
  attachments: z.array(z.object({ id: z.uuid(), mime: z.string(), bytes: z.int(), href: z.string() })),
  children: z.array(Kin),
  parent: Kin.nullable(),
  policy: z.object({ name: z.string(), version: z.string() }).nullable(),
  desk: DeskView,
  links: z.object({
    /** for those who may read its course; others have none of the three */
    history: z.string().nullable(),
    deadlines: z.string().nullable(),
    items: z.string(),
    hands: z.string().nullable(),
    lists: z.array(Printed),
    papers: z.array(PaperLink),
  }),
  actions: z.array(ShownAction),
});
export type ShownProcess = z.infer<typeof ShownProcess>;

/** `actions`: the entrances by which the caller may begin one. */
export const ProcessPage = pageOf(ProcessLine).extend({ actions: z.array(ShownAction) });

export const Begun = z.object({
  id: z.uuid(),
  href: z.string(),
  status: z.enum(['received', 'open', 'ending', 'closed']),
});
