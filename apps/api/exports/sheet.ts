// Lists as files: what a list shows with its filters, whole, as CSV or as a workbook.
// Each list is read by its own function, piece by piece, so that a file never holds more than the list, and memory never all.
import type { Title } from '../../../workflows/process/field.ts';
import type { Cell, Column } from '../documents/table.ts';
import type { Language } from '../language.ts';

/** One column of a file: its title, and what stands in it for a line of the list. */
interface ExportColumn<T> {
  readonly title: Title;
  readonly kind?: Column['kind'];
  readonly width?: number;
  readonly of: (line: T, language: Language) => Cell | undefined;
}

/** How the lines of a list stand in a file. `name` is for readers that know no Chinese. */
export interface Sheet<T> {
  readonly name: string;
  readonly title: Title;
  readonly columns: readonly ExportColumn<T>[];
}

/** A piece of a file: its rows by the keys of `columns`. */
export type Rows = readonly Readonly<Record<string, Cell>>[];

const keyOf = (at: number): string => `c${at}`;

/** The columns in the reader's language. */
export const columnsOf = <T>({ columns }: Sheet<T>, language: Language): Column[] =>
  columns.map(({ title, kind, width }, i) => ({ key: keyOf(i), title: title[language], kind, width }));

/** The lines as rows. */
export const rowsOf = <T>({ columns }: Sheet<T>, lines: readonly T[], language: Language): Rows =>
  lines.map((line) => Object.fromEntries(columns.map(({ of }, i) => [keyOf(i), of(line, language) ?? null])));
