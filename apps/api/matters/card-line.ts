import { z } from 'zod';
import { Facts } from '../../../workflows/process/event.ts';
import type { Language } from '../language.ts';
import { hrefOf, labelOf, titledProcess } from '../processes/address.ts';
import { timeOf, timeOrNull } from '../wire.ts';
import { Titled } from './shown.ts';
import type { Titles } from './titles.ts';

/** A card in a list. */
export const CardLine = z.object({
  id: z.string(),
  level: z.string(),
  /** What it was set in; `matter` where that is one. */
  process: z.object({
    id: z.uuid(),
    href: z.string(),
    process: Titled,
    label: z.string(),
    number: z.string().nullable(),
  }),
  matter: z
    .object({ id: z.uuid(), href: z.string(), number: z.string().nullable(), kind: Titled.nullable() })
    .nullable(),
  task: z.string().nullable(),
  unit: Titled.nullable(),
  place: Titled.nullable(),
  setAt: z.string(),
  replyDueAt: z.string().nullable(),
  clearedAt: z.string().nullable(),
  liftedAt: z.string().nullable(),
  liftedReason: z.string().nullable(),
});
export type CardLine = z.infer<typeof CardLine>;

/** A card as it is read. */
export type CardRow = {
  id: string;
  level: string;
  process_id: string;
  task_id: string | null;
  unit_id: string | null;
  place_path: string;
  set_at: Date;
  set_text: string;
  reply_due_at: Date | null;
  cleared_at: Date | null;
  lifted_at: Date | null;
  lifted_reason: string | null;
  type: string;
  number: string | null;
  kind: string | null;
  facts: unknown;
};

/** A card as clients see it; `reasons`: the words by which it was lifted. */
export const cardLine = (
  row: CardRow,
  titles: Titles,
  reasons: ReadonlyMap<string, string>,
  language: Language,
): CardLine => ({
  id: row.id,
  level: row.level,
  ...wholeOf(row, titles, language),
  task: row.task_id,
  unit: titles.unit(row.unit_id),
  place: titles.place(row.place_path),
  setAt: timeOf(row.set_at),
  replyDueAt: timeOrNull(row.reply_due_at),
  clearedAt: timeOrNull(row.cleared_at),
  liftedAt: timeOrNull(row.lifted_at),
  liftedReason: row.lifted_reason === null ? null : (reasons.get(row.lifted_reason) ?? null),
});

/** What the card was set in. */
function wholeOf(row: CardRow, titles: Titles, language: Language): Pick<CardLine, 'process' | 'matter'> {
  const { process_id: id, type, number, kind, facts } = row;
  const href = hrefOf(type, id);
  const isMatter = kind !== null;
  const label = isMatter ? (titles.kind(kind)?.title ?? kind) : labelOf(type, Facts.parse(facts), language);
  return {
    process: { id, href, process: titledProcess(type, language), label, number },
    matter: isMatter ? { id, href, number, kind: titles.kind(kind) } : null,
  };
}
