import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { z } from 'zod';
import { encodingOf } from './encoding.ts';
import { ImportFault } from './fault.ts';
import type { Line, Sheet } from './sheet.ts';

/** `encoding` overrides what the bytes say. */
export type CsvOptions = { delimiter: string; encoding?: string };

const LONGEST_LINE = 1_000_000;
/** What a decoder puts where it cannot read, and what no text has but PostgreSQL refuses. */
const [REPLACEMENT, NOTHING] = ['\uFFFD', '\u0000'];

const Parsed = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) });
type Parsed = z.infer<typeof Parsed>;

type Reading = { file: string; label: string; encoding: string; delimiter: string };

/** Opens a CSV file; its lines are read as they are asked for. Throws ImportFault. */
export async function csvSheet(file: string, label: string, options: CsvOptions): Promise<Sheet> {
  const encoding = options.encoding ?? (await encodingOf(file));
  const records = recordsOf({ file, label, encoding, delimiter: options.delimiter });
  const header = await records.next();
  if (header.done) throw new ImportFault(`${label} is empty: it has no header line.`);
  const columns = header.value.cells;
  // what was found to be UTF-8 holds no byte that cannot be read
  const isSure = options.encoding === undefined && encoding === 'utf-8';
  const lost = isSure ? NOTHING : REPLACEMENT;
  const faultIn = (cells: readonly string[]) =>
    widthFault(cells, columns) ?? byteFault(cells, [NOTHING, lost], encoding);
  return { columns, lines: judged(records, faultIn) };
}

async function* judged(
  records: AsyncIterable<Line>,
  faultIn: (cells: readonly string[]) => string | undefined,
): AsyncGenerator<Line> {
  for await (const line of records) yield { ...line, fault: faultIn(line.cells) };
}

const widthFault = (cells: readonly string[], columns: readonly string[]) =>
  cells.length === columns.length
    ? undefined
    : `has ${cells.length} cells where the header has ${columns.length}`;

const byteFault = (cells: readonly string[], signs: readonly string[], encoding: string) =>
  cells.some((cell) => signs.some((sign) => cell.includes(sign)))
    ? `has characters that cannot be read as ${encoding}`
    : undefined;

async function* recordsOf({ file, label, encoding, delimiter }: Reading): AsyncGenerator<Line, void> {
  const parser = parse({
    ...{ delimiter, info: true, record_delimiter: ['\r\n', '\n', '\r'], max_record_size: LONGEST_LINE },
    ...{ relax_quotes: true, relax_column_count: true },
    ...{ skip_empty_lines: true, skip_records_with_empty_values: true },
  });
  // errors of every part come out of the parser, and it takes the others with it when nobody reads on
  pipeline(createReadStream(file), iconv.decodeStream(encoding), parser, () => undefined);
  const place = lineCounter();
  let last = 0;
  try {
    for await (const parsed of parser) {
      const { record, info } = Parsed.parse(parsed);
      const { from, to } = place(record, info.lines);
      last = to;
      yield { number: from, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportFault(`${label} cannot be read on after line ${last}: ${sentence(error)}.`, {
      cause: error,
    });
  }
}

/** The lines of a record: the parser counts where it ends, and a CRLF inside a cell as two. */
function lineCounter(): (record: readonly string[], lines: number) => { from: number; to: number } {
  let surplus = 0;
  return (record, lines) => {
    const text = record.join('');
    surplus += text.match(/\r\n/g)?.length ?? 0;
    const to = lines - surplus;
    return { from: to - (text.match(/\r\n|\r|\n/g)?.length ?? 0), to };
  };
}

function sentence({ code, message }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote that opens there is never closed';
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `a row is longer than ${LONGEST_LINE} characters; is a quote not closed?`;
  return message;
}
