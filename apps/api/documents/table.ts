// Documents: tables and letters as they are printed, saved as a workbook or taken away as CSV.
// Their words come from the caller in the caller's language; nothing here looks anything up, and nothing is kept.
import { LocalDay } from '../../../workflows/rules/local-time.ts';
import { Time, timeOf } from '../wire.ts';
import { printable } from './printable.ts';

/**
 * What a cell may hold; nothing is printed for null. A day is YYYY-MM-DD, or a time of which the local day is shown; a time
 * is shown to the minute as it is where people live.
 */
export type Cell = string | number | null;

export interface Column {
  /** The property of a row that stands in this column. */
  key: string;
  title: string;
  /** Its share of the page, beside the others'; by default 10 for text, 9 for a time, 7 for a day, 5 for a number. */
  width?: number;
  kind?: 'text' | 'number' | 'day' | 'time';
}

/** A list in the usual form: heading, table, notes, and a line for those who sign. */
export interface DocumentTable {
  title: string;
  subtitle?: string;
  columns: readonly Column[];
  rows: readonly Readonly<Record<string, Cell>>[];
  notes?: readonly string[];
  /** Who signs below, 填表人 and 审核人 for example: each is followed by room for a name. */
  signatures?: readonly string[];
  /** Who printed it and when: at the foot of every page. */
  imprint?: string;
}

const WIDTHS = { text: 10, time: 9, day: 7, number: 5 } as const;

/** How much of the page's width each column takes; the shares add up to 1. */
export function shares(columns: readonly Column[]): number[] {
  const widths = columns.map(({ width, kind = 'text' }) => width ?? WIDTHS[kind]);
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => width / sum);
}

/** The cells of each row in the order of the columns, fit to be shown: no such number as NaN, days and times as local ones. */
export const cellsOf = ({ columns, rows }: Pick<DocumentTable, 'columns' | 'rows'>): Cell[][] =>
  rows.map((row) => columns.map(({ key, kind }) => shown(row[key] ?? null, kind)));

function shown(value: Cell, kind: Column['kind']): Cell {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value === null) return null;
  if (kind === 'day') return localDay(value) ?? printable(value);
  return (kind === 'time' ? localTime(value) : undefined) ?? printable(value);
}

/** The local day and time of a time, to the minute; undefined when it is none. */
export const localTime = (value: string): string | undefined =>
  Time.safeParse(value).success ? timeOf(new Date(value)).slice(0, 16).replace('T', ' ') : undefined;

/** The local day of a day or a time; undefined when it is neither, and then it is shown as it was written. */
export function localDay(value: string): string | undefined {
  if (LocalDay.safeParse(value).success) return value;
  return Time.safeParse(value).success ? timeOf(new Date(value)).slice(0, 10) : undefined;
}
