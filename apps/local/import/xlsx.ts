import { createReadStream } from 'node:fs';
import ExcelJS from 'exceljs';
import { z } from 'zod';
import { ImportFault, saidBy } from './fault.ts';
import type { Line, Sheet } from './sheet.ts';

const Named = z.looseObject({ name: z.string() });
const Row = z.object({ number: z.int(), values: z.array(z.unknown()) });
type Row = z.infer<typeof Row>;

const Plain = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** A cell that holds more than a value: a formula with its result, text with a look, a link. */
const Formula = z.looseObject({ result: z.unknown() });
const Rich = z.looseObject({ richText: z.array(z.looseObject({ text: z.string() })) });
const Link = z.looseObject({ text: z.unknown() });

/** Opens the first sheet of a workbook, or the one named; rows are read as they are asked for. Throws ImportFault. */
export async function xlsxSheet(file: string, label: string, sheet: string | undefined): Promise<Sheet> {
  const rows = told(label, rowsOf(file, sheet));
  const first = await rows.next();
  if (first.done)
    throw new ImportFault(`${label} has no ${sheet === undefined ? 'rows' : `sheet "${sheet}" with rows`}.`);
  const columns = cellsOf(first.value);
  return { columns, lines: linesOf(rows, columns.length) };
}

async function* rowsOf(file: string, sheet: string | undefined): AsyncGenerator<Row, void> {
  const input = createReadStream(file);
  const reading = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache' } as const;
  try {
    for await (const worksheet of new ExcelJS.stream.xlsx.WorkbookReader(input, reading)) {
      const isWanted = sheet === undefined || Named.parse(worksheet).name === sheet;
      for await (const row of worksheet)
        if (isWanted) yield Row.parse({ number: row.number, values: row.values });
      if (isWanted) return;
    }
  } finally {
    input.destroy();
  }
}

/** Notes beside the table are no part of it, and rows without a word are none. */
async function* linesOf(rows: AsyncGenerator<Row, void>, width: number): AsyncGenerator<Line> {
  for await (const row of rows) {
    const found = cellsOf(row);
    const cells = Array.from({ length: width }, (_, i) => found[i] ?? '');
    if (cells.some((cell) => cell !== '')) yield { number: row.number, cells };
  }
}

/** Excel counts columns from 1. */
const cellsOf = ({ values }: Row): string[] => Array.from(values.slice(1), textOf);

/** What a person sees in a cell, dates by the wall clock that the sheet shows. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T', ' ');
  const plain = Plain.safeParse(value).data;
  if (plain !== undefined) return plain;
  const rich = Rich.safeParse(value).data;
  if (rich) return rich.richText.map(({ text }) => text).join('');
  return textOf(Formula.safeParse(value).data?.result ?? Link.safeParse(value).data?.text);
}

async function* told(label: string, rows: AsyncGenerator<Row, void>): AsyncGenerator<Row, void> {
  try {
    yield* rows;
  } catch (error) {
    throw new ImportFault(`${label} cannot be read as a workbook: ${saidBy(error)}.`, { cause: error });
  }
}
