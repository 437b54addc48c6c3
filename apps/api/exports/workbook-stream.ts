import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { addCells, addHeader, columnWidths, sheetName } from '../documents/xlsx.ts';
import { cellsOf } from '../documents/table.ts';
import type { Cell, Column } from '../documents/table.ts';
import type { About } from './about.ts';
import type { Rows } from './sheet.ts';

/** How many rows a sheet holds, its titles included: Excel's own limit. */
const MOST = 1_048_576;

/** `most`: rows of one sheet; what is more goes on in another. */
type Book = {
  title: string;
  columns: readonly Column[];
  pieces: AsyncIterable<Rows>;
  about: About;
  most?: number;
};

/**
 * The pieces as a workbook, written as they come: a row that is written is forgotten. The next piece is read when the
 * reader has taken what there is; when he goes away, none is. An error on the way ends the stream with it.
 */
export function workbookStream(book: Book): Readable {
  const out = new PassThrough();
  write(out, book).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return out;
}

async function write(out: PassThrough, { title, columns, pieces, about, most = MOST }: Book): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  let sheet = sheetOf(book, title, columns);
  let [sheets, lines] = [1, 0];
  for await (const rows of pieces) {
    for (const cells of cellsOf({ columns, rows })) {
      if (lines === sheets * (most - 1)) {
        sheet.end();
        sheets += 1;
        sheet = sheetOf(book, `${title} ${sheets}`, columns);
      }
      sheet.add(cells);
      lines += 1;
    }
    await taken(out);
    if (out.destroyed) return;
  }
  sheet.end();
  tell(book, about, lines);
  await book.commit();
}

type Writer = ExcelJS.stream.xlsx.WorkbookWriter;

/** A sheet under its titles, which stay in sight. */
function sheetOf(book: Writer, title: string, columns: readonly Column[]) {
  const sheet = book.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columnWidths(columns);
  addHeader(sheet, columns).commit();
  return {
    add: (cells: readonly Cell[]): void => addCells(sheet, cells, columns).commit(),
    end: (): void => {
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
      sheet.commit();
    },
  };
}

const two: readonly Column[] = [
  { key: 'name', title: '', width: 20 },
  { key: 'value', title: '', width: 80 },
];

/** The last sheet: what the file is. Only at the end is it known how many lines there were. */
function tell(book: Writer, { title, rows }: About, lines: number): void {
  const sheet = book.addWorksheet(sheetName(title));
  sheet.columns = columnWidths(two);
  for (const cells of cellsOf({ columns: two, rows: rows(lines) })) addCells(sheet, cells, two).commit();
  sheet.commit();
}

/** Until the reader has taken what was written, or has gone. The turn of the loop lets the zip get on. */
async function taken(out: PassThrough): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (!out.writableNeedDrain || out.destroyed) return;
  const gone = new AbortController();
  await Promise.race(['drain', 'close'].map((event) => once(out, event, { signal: gone.signal }))).finally(
    () => gone.abort(),
  );
}
