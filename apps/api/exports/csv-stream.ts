import { Readable } from 'node:stream';
import { csvLines } from '../documents/csv.ts';
import type { Column } from '../documents/table.ts';
import type { Rows } from './sheet.ts';

/** The pieces as CSV. The next is read when the reader has taken the one before; when he goes away, none is. */
export const csvStream = (columns: readonly Column[], pieces: AsyncIterable<Rows>): Readable =>
  Readable.from(written(columns, pieces), { objectMode: false });

async function* written(columns: readonly Column[], pieces: AsyncIterable<Rows>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const rows of pieces) {
    yield csvLines({ columns, rows }, isFirst);
    isFirst = false;
  }
}
