import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf } from '../../../apps/api/documents/csv.ts';
import { printable } from '../../../apps/api/documents/printable.ts';
import { FORMULAS, problems, row } from './three-lists.ts';

const read = (csv: string): string[][] => parse(csv, { bom: true });
const columns = [{ key: 'what', title: '问题' }];

describe('a table as CSV', () => {
  it('has the titles of its columns, then its rows, and nothing else', () => {
    expect(read(csvOf(problems([row(1, { what: '路灯“不亮”,\n"三"处' }), row(2, { unit: null })])))).toEqual([
      ['序号', '编号', '群众反映的问题', '责任单位', '完成时限'],
      ['1', 'XX2026-000001', '路灯“不亮”,\n"三"处', '县城市管理综合行政执法局', '2026-11-29'],
      ['2', 'XX2026-000002', row(2).what, '', '2026-11-29'],
    ]);
  });

  it('begins with the byte order mark and ends its lines as Excel does', () => {
    const csv = csvOf(problems([row(1)]));
    expect(csv.startsWith('\uFEFF序号')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(3);
  });

  it.each(FORMULAS)('does not let %j run as a formula', (text) => {
    const [, [cell = ''] = []] = read(csvOf({ title: '', columns, rows: [{ what: text }] }));
    expect(cell).toBe(`'${text.trim()}`);
  });

  it('guards the titles of columns too', () => {
    expect(read(csvOf({ title: '', columns: [{ key: 'a', title: '=1' }], rows: [] }))).toEqual([["'=1"]]);
  });

  it('leaves negative numbers numbers', () => {
    expect(csvOf({ title: '', columns, rows: [{ what: -2.5 }] })).toBe('\uFEFF问题\r\n-2.5\r\n');
  });

  it('gives back whatever was in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }), (texts) => {
        const rows = texts.map((what) => ({ what: `文${what}` }));
        const [, ...found] = read(csvOf({ title: '', columns, rows }));
        expect(found).toEqual(rows.map(({ what }) => [printable(what)]));
      }),
    );
  });
});
