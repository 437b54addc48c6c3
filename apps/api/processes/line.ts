import { z } from 'zod';
import { Facts } from '../../../workflows/process/event.ts';
import type { Language } from '../language.ts';
import { stepOf } from '../matters/line.ts';
import { Titled } from '../matters/shown.ts';
import type { Titles } from '../matters/titles.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import { hrefOf, labelOf, titledProcess } from './address.ts';

/** A process in a list. `dueAt`: of the whole, or of the next open task. `received`: taken in, and not begun yet. */
export const ProcessLine = z.object({
  id: z.uuid(),
  href: z.string(),
  process: Titled,
  label: z.string(),
  number: z.string().nullable(),
  status: z.enum(['received', 'open', 'ending', 'closed']),
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

/** A line as it is read. */
export type LineRow = {
  id: string;
  type: string;
  number: string | null;
  status: ProcessLine['status'];
  step: string;
  place_path: string;
  ending: string | null;
  card: string | null;
  due_at: Date | null;
  opened_at: Date;
  closed_at: Date | null;
  facts: unknown;
};

/** The next open task's due time stands for a process without one of its own; windows close in silence. */
export const DUE = `coalesce(pr.due_at, (select min(t.due_at) from task t
  where t.process_id = pr.id and t.status = 'open' and not t.is_window))`;

/** The columns of LineRow, from `process pr`. */
export const LINE = `pr.id, pr.type, pr.number, pr.status, pr.step, pr.place_path, pr.ending, pr.card, ${DUE} as due_at,
  pr.opened_at, pr.closed_at, pr.state -> 'facts' as facts`;

/** The line as clients see it. */
export function lineOf(row: LineRow, titles: Titles, language: Language, now = new Date()): ProcessLine {
  return {
    id: row.id,
    href: hrefOf(row.type, row.id),
    process: titledProcess(row.type, language),
    label: labelOf(row.type, Facts.parse(row.facts), language),
    number: row.number,
    status: row.status,
    step: stepOf(row.type, row.step, language),
    place: titles.place(row.place_path) ?? { value: row.place_path, title: row.place_path },
    ending: row.ending,
    card: row.card,
    dueAt: timeOrNull(row.due_at),
    isOverdue: row.closed_at === null && row.due_at !== null && row.due_at < now,
    openedAt: timeOf(row.opened_at),
    closedAt: timeOrNull(row.closed_at),
  };
}
