import { stringify } from 'csv-stringify/sync';
import { cellsOf } from './table.ts';
import type { DocumentTable } from './table.ts';
import { printable } from './printable.ts';

type Lines = Pick<DocumentTable, 'columns' | 'rows'>;

/**
 * The table alone (titles of columns and rows) as CSV (RFC 4180) in UTF-8, with the byte order mark that Excel wants. A text
 * that a spreadsheet would run as a formula gets an apostrophe before it; numbers keep their sign.
 */
export const csvOf = (table: DocumentTable): string => csvLines(table, true);

/** The same in pieces: only the first has the mark and the titles. */
export const csvLines = ({ columns, rows }: Lines, isFirst: boolean): string =>
  stringify(
    [...(isFirst ? [columns.map(({ title }) => printable(title))] : []), ...cellsOf({ columns, rows })],
    { bom: isFirst, escape_formulas: true, record_delimiter: 'windows' },
  );
