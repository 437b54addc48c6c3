import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { setTimeout as pause } from 'node:timers/promises';
import { csvStream } from '../../apps/api/exports/csv-stream.ts';
import { piecesOf } from '../../apps/api/exports/pieces.ts';
import type { Rows } from '../../apps/api/exports/sheet.ts';
import { workbookStream } from '../../apps/api/exports/workbook-stream.ts';
import { FORMULAS } from './documents/three-lists.ts';
import { all, bookIn, bytesOf, linesIn, sheetIn } from './export-read.ts';

const columns = [{ key: 'c0', title: '内容' }];
const page = (from: number, count: number, last: number) => ({
  items: Array.from({ length: count }, (_, i) => from + i),
  nextCursor: from + count > last ? undefined : String(from + count),
});

const about = { title: '说明', rows: (lines: number) => [{ name: '行数', value: lines }] };

describe('a list piece by piece', () => {
  const read = async (cursor = '1') => page(Number(cursor), 10, 105);

  it('is whole, and each piece is read once', async () => {
    const asked: (string | undefined)[] = [];
    const found = await all(await piecesOf((cursor) => (asked.push(cursor), read(cursor))));
    expect(found.flat()).toEqual(Array.from({ length: 110 }, (_, i) => i + 1));
    expect(asked).toEqual([undefined, ...Array.from({ length: 10 }, (_, i) => String(11 + 10 * i))]);
  });

  it('is refused before a byte of it is sent', async () => {
    const refuse = () => Promise.reject(new Error('not yours'));
    await expect(piecesOf(refuse)).rejects.toThrow('not yours');
  });
});

describe('a workbook', () => {
  it('goes on in another sheet where one is full, and says at last how many lines it has', async () => {
    const pieces = (async function* () {
      yield Array.from({ length: 4 }, (_, i) => ({ c0: `${i + 1}` }));
      yield [{ c0: '5' }];
    })();
    const sheets = await bookIn(
      await bytesOf(workbookStream({ title: '清单', columns, pieces, about, most: 3 })),
    );
    const first = (sheet: ExcelJS.Worksheet) =>
      (sheet.getRows(1, sheet.rowCount) ?? []).map((row) => row.getCell(1).value);
    expect(sheets.map((sheet) => [sheet.name, ...first(sheet)])).toEqual([
      ['清单', '内容', '1', '2'],
      ['清单 2', '内容', '3', '4'],
      ['清单 3', '内容', '5'],
      ['说明', '行数'],
    ]);
    expect(sheets.at(-1)?.getCell('B1').value).toBe(5);
  });
});

/** A count, as soon as it stands still. */
async function still(count: () => number): Promise<number> {
  for (let before = -1; before !== count();) {
    before = count();
    await pause(300);
  }
  return count();
}

describe.each([
  ['CSV', (pieces: AsyncIterable<Rows>) => csvStream(columns, pieces)],
  ['a workbook', (pieces: AsyncIterable<Rows>) => workbookStream({ title: '清单', columns, pieces, about })],
])('%s as a stream', (_name, stream) => {
  it('reads no further than its reader, and not at all when he has gone', async () => {
    let pieces = 0;
    async function* endless(): AsyncGenerator<Rows> {
      for (;;) {
        pieces += 1;
        yield Array.from({ length: 500 }, () => ({ c0: String(Math.random()).repeat(5) }));
      }
    }
    const file = stream(endless());
    await new Promise((resolve) => file.once('readable', resolve));
    const before = await still(() => pieces);
    file.destroy();
    expect([before > 0, (await still(() => pieces)) - before <= 1]).toEqual([true, true]);
  });

  it('breaks off with the error that befell it', async () => {
    async function* failing(): AsyncGenerator<Rows> {
      yield [{ c0: 'x' }];
      throw new Error('the database went away');
    }
    await expect(all(stream(failing()))).rejects.toThrow('the database went away');
  });
});

describe('a cell that a spreadsheet would run', () => {
  const rows: Rows = FORMULAS.map((text) => ({ c0: text }));
  const pieces = async function* () {
    yield rows;
  };

  it('is words in CSV', async () => {
    const bytes = await bytesOf(csvStream(columns, pieces()));
    expect(linesIn(bytes).slice(1).flat()).toEqual(FORMULAS.map((text) => `'${text.trim()}`));
  });

  it('is words in a workbook, also when it is edited', async () => {
    const bytes = await bytesOf(workbookStream({ title: '清单', columns, pieces: pieces(), about }));
    const sheet = await sheetIn(bytes);
    FORMULAS.forEach((text, i) => {
      const cell = sheet.getCell(i + 2, 1);
      expect([cell.type, cell.value, cell.numFmt]).toEqual([ExcelJS.ValueType.String, text.trim(), '@']);
    });
  });
});
