import { z } from 'zod';
import { catalog } from '../../../workflows/catalog.ts';
import type { TaskKind } from '../../../workflows/process/definition.ts';
import { Facts } from '../../../workflows/process/event.ts';
import type { Language } from '../language.ts';
import { hrefOf, labelOf, reported, titledProcess } from '../processes/address.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import type { TaskRow } from './inbox.ts';
import { stepOf } from './line.ts';
import { Titled } from './shown.ts';
import { TimeLeft } from './time-left.ts';
import type { Titles } from './titles.ts';

/** A task that waits or was done. `process` is what it is a task of; `matter` says more where that is one. */
export const InboxLine = z.object({
  /** The task's; that of the process where the box holds those. */
  id: z.string(),
  href: z.string(),
  title: z.string(),
  ask: z.string(),
  kind: z.string().nullable(),
  step: Titled.nullable(),
  process: z.object({
    id: z.uuid(),
    href: z.string(),
    process: Titled,
    label: z.string(),
    /** What it is about, in a few words; null where its label says it. */
    about: z.string().nullable(),
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
  /** Whom it asks for by name. */
  askedOf: Titled.nullable(),
  heldBy: Titled.nullable(),
  /** Who handed it to the holder; null where he claimed it himself. */
  givenBy: Titled.nullable(),
  /** In the hands of the caller. */
  isMine: z.boolean(),
  card: z.string().nullable(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
  /** What is left of its time, in which clock; null without one. */
  left: TimeLeft.nullable(),
  closedAt: z.string().nullable(),
  /** How the task was completed. */
  outcome: Titled.nullable(),
  /** How the process ended. */
  ending: z.string().nullable(),
  /** In closed boxes: when it was done, told or begun. */
  at: z.string().nullable(),
});
export type InboxLine = z.infer<typeof InboxLine>;

/** Who looks at the row, and what was looked up for all of them. */
type Look = {
  titles: Titles;
  language: Language;
  person: string | null;
  left: ReadonlyMap<string, TimeLeft>;
  about: ReadonlyMap<string, string>;
};

/** A task, or a process by itself, as its box shows it. */
export function inboxLine(row: TaskRow, look: Look): InboxLine {
  const { titles, language, person, left } = look;
  const process = processIn(row, look);
  return {
    id: row.id,
    href: row.task_id === null ? process.href : `/api/v1/tasks/${row.id}`,
    ...wordingOf(row, process.process, language),
    step: stepOf(row.process, row.step, language),
    process,
    matter: matterIn(row, process, titles),
    unit: titles.unit(row.unit_id),
    askedOf: titles.person(row.asked_of_id),
    heldBy: titles.person(row.held_by_id),
    givenBy: titles.person(row.given_by_id),
    isMine: row.held_by_id !== null && row.held_by_id === person,
    card: row.card,
    ...timesOf(row),
    left: left.get(row.id) ?? null,
    ending: row.ending,
  };
}

function wordingOf({ kind, process, outcome }: TaskRow, whole: Titled, language: Language) {
  const said = kind === null ? undefined : catalog[process ?? '']?.tasks[kind];
  const title = said?.title[language] ?? kind ?? whole.title;
  return { kind, title, ask: said?.ask[language] ?? '', outcome: outcomeOf(outcome, said, language) };
}

/** The way in which a task was completed, as its button said. */
function outcomeOf(outcome: string | null, kind: TaskKind | undefined, language: Language): Titled | null {
  if (outcome === null) return null;
  const way = kind?.completions.find(({ name }) => name === outcome);
  return { value: outcome, title: way?.title[language] ?? outcome };
}

function timesOf({ opened_at: opened, due_at: due, closed_at: closed, is_paused: isPaused, at }: TaskRow) {
  return {
    openedAt: timeOf(opened),
    dueAt: timeOrNull(due),
    isPaused,
    isOverdue: closed === null && due !== null && due < new Date(),
    closedAt: timeOrNull(closed),
    at: timeOrNull(at),
  };
}

function processIn(row: TaskRow, { titles, language, about: words }: Look): InboxLine['process'] {
  const { process_id: id, number, process_place: place, facts, receipt, matter_kind: kind } = row;
  const process = row.process ?? reported().name;
  const label =
    receipt === null ? labelOf(process, Facts.parse(facts), language) : (titles.kind(kind)?.title ?? receipt);
  const about = words.get(id) ?? null;
  const [href, titled] = [hrefOf(process, id), titledProcess(process, language)];
  return { id, href, process: titled, label, about, number, place: titles.place(place) };
}

function matterIn(row: TaskRow, process: InboxLine['process'], titles: Titles): InboxLine['matter'] {
  const { receipt, matter_kind: kind, colour } = row;
  if (receipt === null) return null;
  const { id, href, number, place } = process;
  return { id, href, number, receipt, colour, kind: titles.kind(kind), place };
}
