import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { addCells, addHeader, columnWidths, sheetName } from '../documents/xlsx.ts';
import { cellsOf } from '../documents/table.ts';
import type { Column } from '../documents/table.ts';
import type { Rows } from './sheet.ts';

/**
 * The pieces as a workbook of one sheet, written as they come: a row that is written is forgotten. The next piece is read
 * when the reader has taken what there is; when he goes away, none is. An error on the way ends the stream with it.
 */
export function workbookStream(
  title: string,
  columns: readonly Column[],
  pieces: AsyncIterable<Rows>,
): Readable {
  const out = new PassThrough();
  write(out, { title, columns, pieces }).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return out;
}

type Book = { title: string; columns: readonly Column[]; pieces: AsyncIterable<Rows> };

async function write(out: PassThrough, { title, columns, pieces }: Book): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const sheet = book.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columnWidths(columns);
  addHeader(sheet, columns).commit();
  for await (const rows of pieces) {
    for (const cells of cellsOf({ columns, rows })) addCells(sheet, cells, columns).commit();
    await taken(out);
    if (out.destroyed) return;
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  sheet.commit();
  await book.commit();
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
