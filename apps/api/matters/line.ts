import { catalog } from '../../../workflows/catalog.ts';
import { reported } from '../processes/address.ts';
import type { Language } from '../language.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import type { MatterLine } from './shown.ts';
import type { Titles } from './titles.ts';

/** A matter as lists read it: its intake, and its line in the read model where a process has begun. */
export type LineRow = {
  id: string;
  receipt: string;
  process: string | null;
  number: string | null;
  status: 'received' | 'open' | 'ending' | 'closed';
  step: string | null;
  kind: string;
  colour: string | null;
  size: string | null;
  tier: string | null;
  place_path: string;
  lead_unit_id: string | null;
  card: string | null;
  due_at: Date | null;
  is_paused: boolean | null;
  is_late_entry: boolean | null;
  ending: string | null;
  rating: string | null;
  score: number | null;
  merged_into: string | null;
  opened_at: Date;
  closed_at: Date | null;
};

/** The columns of LineRow, from `intake i`, `place p`, and `matter m` and `process pr` where there are any. */
export const LINE = `i.id, i.receipt, pr.type as process, m.number, coalesce(m.status, 'received') as status, m.step,
  coalesce(m.kind, i.kind) as kind, m.colour, m.size, m.tier, coalesce(m.place_path, p.path) as place_path, m.lead_unit_id,
  m.card, m.due_at, m.is_paused, m.is_late_entry, m.ending, m.rating, m.score, m.merged_into,
  coalesce(m.opened_at, i.received_at) as opened_at, m.closed_at`;

/** A step of a process with its name; null before the first. */
export function stepOf(process: string | null, step: string | null, language: Language) {
  if (process === null || step === null || step === '') return null;
  const found = catalog[process]?.steps.find(({ name }) => name === step);
  return { value: step, title: found?.title[language] ?? step };
}

/** The line as clients see it. */
export function lineOf(row: LineRow, titles: Titles, language: Language, now = new Date()): MatterLine {
  return {
    id: row.id,
    href: `/api/v1/matters/${row.id}`,
    receipt: row.receipt,
    number: row.number,
    process: row.process ?? reported().name,
    status: row.status,
    step: stepOf(row.process, row.step, language),
    kind: titles.kind(row.kind) ?? { value: row.kind, title: row.kind },
    colour: row.colour,
    size: row.size,
    tier: row.tier,
    place: titles.place(row.place_path) ?? { value: row.place_path, title: row.place_path },
    lead: titles.unit(row.lead_unit_id),
    card: row.card,
    dueAt: timeOrNull(row.due_at),
    isPaused: row.is_paused ?? false,
    isOverdue: row.closed_at === null && row.due_at !== null && row.due_at < now,
    isLateEntry: row.is_late_entry ?? false,
    ending: row.ending,
    rating: row.rating,
    score: row.score,
    mergedInto: row.merged_into,
    openedAt: timeOf(row.opened_at),
    closedAt: timeOrNull(row.closed_at),
  };
}

/** What names a list of lines needs. */
export const namesIn = (rows: readonly LineRow[]) => ({
  units: rows.flatMap(({ lead_unit_id: id }) => id ?? []),
  kinds: rows.map(({ kind }) => kind),
  places: rows.map(({ place_path: path }) => path),
});
