import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';

/** All that something gives out, piece by piece. */
export async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const piece of pieces) found.push(piece);
  return found;
}

/** All the bytes of a stream. */
export const bytesOf = async (stream: AsyncIterable<string | Buffer>) =>
  Buffer.concat((await all(stream)).map((piece) => Buffer.from(piece)));

/** The lines of a CSV file, its titles first. */
export const linesIn = (bytes: Buffer): string[][] => parse(bytes, { bom: true });

/** The sheets of a workbook. */
export async function bookIn(bytes: Buffer): Promise<ExcelJS.Worksheet[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  return book.worksheets;
}

/** Its first sheet: the list. */
export async function sheetIn(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const [sheet] = await bookIn(bytes);
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** Its last sheet: what the file says of itself, by name. */
export async function aboutIn(bytes: Buffer): Promise<Record<string, unknown>> {
  const sheet = (await bookIn(bytes)).at(-1);
  const rows = sheet?.getRows(1, sheet.rowCount) ?? [];
  return Object.fromEntries(rows.map((row) => [row.getCell(1).text, row.getCell(2).value]));
}
