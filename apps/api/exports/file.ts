import { StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import type { Language } from '../language.ts';
import { NotFound } from '../refusal.ts';
import { timeOf } from '../wire.ts';
import type { About } from './about.ts';
import { csvStream } from './csv-stream.ts';
import { piecesOf } from './pieces.ts';
import type { Read } from './pieces.ts';
import { columnsOf, rowsOf } from './sheet.ts';
import type { Rows, Sheet } from './sheet.ts';
import { workbookStream } from './workbook-stream.ts';

/** In which forms a list can be taken away, and how each is called on the wire. */
export const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const Format = z.enum(['csv', 'xlsx']);

/** How a file of a list is wanted, and what a workbook tells of itself. */
export type Wish = { format: string; language: Language; about: () => Promise<About> };

/**
 * A list as a file, streamed. A workbook says on a last sheet what was asked for, by whom and when, and how many lines
 * it has; CSV is for programs and holds titles and lines alone. Throws NotFound for a format that there is none of.
 */
export async function fileOf<T>(sheet: Sheet<T>, wish: Wish, read: Read<T>): Promise<StreamableFile> {
  const format = Format.safeParse(wish.format).data;
  if (format === undefined) throw new NotFound();
  const { language } = wish;
  const rows = asRows(sheet, await piecesOf(read), language);
  const columns = columnsOf(sheet, language);
  const stream =
    format === 'csv'
      ? csvStream(columns, rows)
      : workbookStream({ title: sheet.title[language], columns, pieces: rows, about: await wish.about() });
  return new StreamableFile(stream, {
    type: TYPES[format],
    disposition: attached(sheet, language, format),
  });
}

async function* asRows<T>(
  sheet: Sheet<T>,
  pieces: AsyncIterable<readonly T[]>,
  language: Language,
): AsyncGenerator<Rows> {
  for await (const lines of pieces) yield rowsOf(sheet, lines, language);
}

/** The file's name in the reader's language (RFC 5987), and a plain one for programs that know no better. */
function attached({ name, title }: Sheet<never>, language: Language, format: string): string {
  const day = timeOf(new Date()).slice(0, 16).replace('T', ' ').replace(':', '');
  const file = encodeURIComponent(`${title[language]} ${day}.${format}`);
  return `attachment; filename="${name}.${format}"; filename*=UTF-8''${file}`;
}
