import { z } from 'zod';
import { catalog } from '../../../workflows/catalog.ts';
import { Facts } from '../../../workflows/process/event.ts';
import type { Language } from '../language.ts';
import { stepOf } from '../matters/line.ts';
import { Titled } from '../matters/shown.ts';
import type { Titles } from '../matters/titles.ts';
import { hrefOf, labelOf, titledProcess } from '../processes/address.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import type { ClockRow } from './clock-rows.ts';
import { handsOf } from './hands.ts';

/** What a line of the supervision centre is a part of. */
export const Whole = z.object({
  id: z.uuid(),
  href: z.string(),
  process: Titled,
  label: z.string(),
  number: z.string().nullable(),
  place: Titled.nullable(),
  colour: z.string().nullable(),
});
export type Whole = z.infer<typeof Whole>;

/**
 * An open clock: what it waits for, in whose hands that is, and what happened last. `of`: the clock of one task, or of the
 * whole. `leftMs`: of a paused one, in its own kind of time. `code`: what exactly the last thing was, where that has kinds.
 */
export const ClockLine = z.object({
  id: z.string(),
  of: z.enum(['task', 'whole']),
  process: Whole,
  task: z.object({ id: z.string(), href: z.string(), title: z.string(), step: Titled.nullable() }).nullable(),
  hands: Titled.nullable(),
  role: z.string().nullable(),
  heldBy: Titled.nullable(),
  term: z.string(),
  startedAt: z.string(),
  dueAt: z.string().nullable(),
  leftMs: z.number().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
  card: z.string().nullable(),
  last: z
    .object({
      type: z.string(),
      code: z.string().nullable(),
      task: z.string().nullable(),
      outcome: z.string().nullable(),
      at: z.string(),
    })
    .nullable(),
});
export type ClockLine = z.infer<typeof ClockLine>;

type Look = { titles: Titles; language: Language; now: Date; isStaff: boolean };

/** The line as clients see it; staff are named to staff only. */
export function clockLine(row: ClockRow, look: Look): ClockLine {
  const { titles, now, isStaff } = look;
  const isPaused = row.state === 'paused';
  return {
    id: row.id,
    of: row.clock_task === null ? 'whole' : 'task',
    process: wholeOf(row, look),
    task: taskOf(row, look),
    hands: handsOf(row.hands, titles),
    role: row.role,
    heldBy: isStaff ? titles.person(row.held_by_id) : null,
    term: row.term,
    startedAt: timeOf(row.started_at),
    dueAt: timeOrNull(row.due_at),
    leftMs: isPaused && row.left_ms !== null ? Number(row.left_ms) : null,
    isPaused,
    isOverdue: row.due_at !== null && row.due_at < now,
    card: row.card,
    last: lastOf(row, look),
  };
}

type WholeRow = Pick<ClockRow, 'process_id' | 'type' | 'number' | 'kind' | 'facts' | 'grid' | 'colour'>;

/** What a line is a part of. */
export function wholeOf(row: WholeRow, { titles, language }: Pick<Look, 'titles' | 'language'>): Whole {
  const { process_id: id, type, number, kind, facts, grid, colour } = row;
  const label =
    kind === null ? labelOf(type, Facts.parse(facts), language) : (titles.kind(kind)?.title ?? kind);
  const process = titledProcess(type, language);
  return { id, href: hrefOf(type, id), process, label, number, place: titles.place(grid), colour };
}

/** What a kind of task is called. */
export const taskTitle = (process: string, kind: string, language: Language): string =>
  catalog[process]?.tasks[kind]?.title[language] ?? kind;

function taskOf({ type, task_id: id, task_kind: kind, step }: ClockRow, { language }: Look) {
  if (id === null || kind === null) return null;
  const title = taskTitle(type, kind, language);
  return { id, href: `/api/v1/tasks/${id}`, title, step: stepOf(type, step, language) };
}

function lastOf(row: ClockRow, { language }: Look): ClockLine['last'] {
  const { type: process, event: type, event_at: at, event_code: code, event_kind: kind, event_outcome } = row;
  if (type === null || at === null) return null;
  const task = kind === null ? null : taskTitle(process, kind, language);
  const ways = kind === null ? [] : (catalog[process]?.tasks[kind]?.completions ?? []);
  const outcome = ways.find(({ name }) => name === event_outcome)?.title[language] ?? event_outcome;
  return { type, code, task, outcome, at: timeOf(at) };
}
