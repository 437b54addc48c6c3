import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { printable } from '../../../apps/api/documents/printable.ts';
import type { DocumentTable } from '../../../apps/api/documents/table.ts';
import { xlsxOf } from '../../../apps/api/documents/xlsx.ts';
import { FORMULAS, problems, row } from './three-lists.ts';

async function sheetOf(table: DocumentTable): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(await xlsxOf(table)).buffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined || workbook.worksheets.length > 1) throw new Error('not one sheet');
  return sheet;
}

const valuesOf = (sheet: ExcelJS.Worksheet, at: number) =>
  Array.from(sheet.getRow(at).values as unknown[]).slice(1);
const columns = [{ key: 'what', title: '问题' }];

describe('a table as a workbook', () => {
  it('has heading, titles of columns, rows, notes and room to sign', async () => {
    const sheet = await sheetOf(problems([row(1), row(2, { unit: null })]));
    expect(sheet.name).toBe('府东社区联络站问题清单');
    expect(sheet.getCell('A1').value).toBe('府东社区联络站问题清单');
    expect(sheet.getCell('A2').value).toBe('2026年第四季度');
    expect(valuesOf(sheet, 3)).toEqual(['序号', '编号', '群众反映的问题', '责任单位', '完成时限']);
    const { id, what, unit } = row(1);
    expect(valuesOf(sheet, 4)).toEqual([1, id, what, unit, new Date('2026-11-29')]);
    expect(sheet.getCell('D5').value).toBeNull();
    expect(sheet.getCell('A6').value).toBe('注：办结日期以系统记录为准。');
    expect(sheet.getCell('A7').value).toMatch(/^填表人： +审核人：$/);
    expect(sheet.rowCount).toBe(7);
  });

  it('keeps the titles of columns in sight, and prints them on every page of A4 across', async () => {
    const sheet = await sheetOf(problems([row(1)]));
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 3 }]);
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
  });

  it('gives each column its share of the page and wraps its text', async () => {
    const sheet = await sheetOf(problems([row(1)]));
    const widths = [1, 2, 3, 4, 5].map((column) => Math.round(sheet.getColumn(column).width ?? 0));
    expect(widths).toEqual([8, 20, 61, 24, 16]);
    expect(sheet.getCell('C4').alignment).toMatchObject({ wrapText: true, vertical: 'top' });
  });

  it.each(FORMULAS)('holds %j as text, also when it is edited', async (text) => {
    const sheet = await sheetOf(problems([row(1, { what: text })], { title: text, notes: [text] }));
    for (const at of ['A1', 'C4', 'A5']) {
      expect(sheet.getCell(at).type).toBe(ExcelJS.ValueType.String);
      expect(sheet.getCell(at).value).toBe(text.trim());
      expect(sheet.getCell(at).numFmt).toBe('@');
    }
  });

  it.each([
    ['a/b:c?', 'a b c'],
    ['History', 'History1'],
    ["'''", '1'],
    ['清单'.repeat(20), '清单'.repeat(16).slice(0, 31)],
  ])('titled %j has a sheet that Excel opens', async (title, name) => {
    expect((await sheetOf(problems([], { title }))).name).toBe(name);
  });

  it('shows a time in a column of days as the local day, and what is neither as it was written', async () => {
    const sheet = await sheetOf(
      problems([row(1, { due: '2026-11-29T16:30:00.000Z' }), row(2, { due: '长期' })]),
    );
    expect(sheet.getCell('E4').value).toEqual(new Date('2026-11-30'));
    expect(sheet.getCell('E5').value).toBe('长期');
  });

  it('has no cell that Excel refuses: NaN, texts too long, marks that XML forbids', async () => {
    const texts = [NaN, '长'.repeat(40_000), '\u0000\uD800\uFFFF'];
    const sheet = await sheetOf(problems(texts.map((what, i) => row(i, { what }))));
    expect(sheet.getCell('C4').value).toBeNull();
    expect(sheet.getCell('C5').value).toHaveLength(32_767);
    expect(sheet.getCell('C6').value).toBe('\uFFFD\uFFFD');
  });

  it('gives back whatever was in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), async (texts) => {
        const rows = texts.map((what) => ({ what: `文${what}` }));
        const sheet = await sheetOf({ title: '清单', columns, rows });
        const found = rows.map((_, i) => sheet.getCell(i + 3, 1).value);
        expect(found).toEqual(rows.map(({ what }) => printable(what)));
      }),
      { numRuns: 30 },
    );
  });
});
