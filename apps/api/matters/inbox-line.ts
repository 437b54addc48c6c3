import { z } from 'zod';
import { processNamed } from '../../../workflows/catalog.ts';
import { Facts } from '../../../workflows/process/event.ts';
import type { Language } from '../language.ts';
import { hrefOf, labelOf, titledProcess } from '../processes/address.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import type { TaskRow } from './inbox.ts';
import { stepOf } from './line.ts';
import { Titled } from './shown.ts';
import type { Titles } from './titles.ts';

/** A task that waits. `process` is what it is a task of; `matter` says more where that is one. */
export const InboxLine = z.object({
  id: z.string(),
  href: z.string(),
  title: z.string(),
  ask: z.string(),
  kind: z.string(),
  step: Titled.nullable(),
  process: z.object({
    id: z.uuid(),
    href: z.string(),
    process: Titled,
    label: z.string(),
    number: z.string().nullable(),
    place: Titled.nullable(),
  }),
  matter: z
    .object({
      id: z.uuid(),
      href: z.string(),
      number: z.string().nullable(),
      receipt: z.string(),
      kind: Titled.nullable(),
      colour: z.string().nullable(),
      place: Titled.nullable(),
    })
    .nullable(),
  unit: Titled.nullable(),
  heldBy: Titled.nullable(),
  card: z.string().nullable(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
});
export type InboxLine = z.infer<typeof InboxLine>;

/** A task as the inbox shows it. */
export function inboxLine(row: TaskRow, titles: Titles, language: Language): InboxLine {
  const kind = processNamed(row.process).tasks[row.kind];
  return {
    id: row.id,
    href: `/api/v1/tasks/${row.id}`,
    title: kind?.title[language] ?? row.kind,
    ask: kind?.ask[language] ?? '',
    kind: row.kind,
    step: stepOf(row.process, row.step, language),
    process: processIn(row, titles, language),
    matter: matterIn(row, titles),
    unit: titles.unit(row.unit_id),
    heldBy: titles.person(row.held_by_id),
    card: row.card,
    openedAt: timeOf(row.opened_at),
    dueAt: timeOrNull(row.due_at),
    isPaused: row.is_paused,
    isOverdue: row.due_at !== null && row.due_at < new Date(),
  };
}

function processIn(row: TaskRow, titles: Titles, language: Language): InboxLine['process'] {
  const { process, process_id: id, number, process_place: place, facts, receipt, matter_kind: kind } = row;
  const label =
    receipt === null ? labelOf(process, Facts.parse(facts), language) : (titles.kind(kind)?.title ?? receipt);
  const titled = titledProcess(process, language);
  return { id, href: hrefOf(process, id), process: titled, label, number, place: titles.place(place) };
}

function matterIn(row: TaskRow, titles: Titles): InboxLine['matter'] {
  const { receipt, process, process_id: id, number, matter_kind: kind, colour, process_place: place } = row;
  if (receipt === null) return null;
  return {
    ...{ id, href: hrefOf(process, id), number, receipt, colour },
    kind: titles.kind(kind),
    place: titles.place(place),
  };
}
