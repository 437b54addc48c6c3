import { describe, expect, it } from '@jest/globals';
import { pdfOfTable } from '../../../apps/api/documents/pdf.ts';
import type { DocumentTable } from '../../../apps/api/documents/table.ts';
import type { Language } from '../../../apps/api/language.ts';
import { linesOf, pagesOf, textOf } from './pdf-pages.ts';
import { problems, row } from './three-lists.ts';

const HEADER = '序号编号群众反映的问题责任单位完成时限';
const many = (count: number) => Array.from({ length: count }, (_, i) => row(i + 1));
const printed = async (table: DocumentTable, language?: Language) =>
  pagesOf(await pdfOfTable(table, language));

describe('a printed table', () => {
  it('says all that was put into it, in order', async () => {
    const [page, ...more] = await printed(problems([row(1), row(2, { unit: null })]));
    const { what, unit, due } = row(1);
    expect(more).toEqual([]);
    expect(textOf(page)).toBe(
      `府东社区联络站问题清单2026年第四季度${HEADER}1XX2026-000001${what}${unit}${due}2XX2026-000002${what}${due}` +
        '注：办结日期以系统记录为准。填表人：审核人：第 1 页 共 1 页',
    );
  });

  it('repeats the titles of its columns, names the list and counts the pages on each', async () => {
    const pages = await printed(problems(many(60)));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, i) => {
      expect(linesOf(page)[0]).toBe('府东社区联络站问题清单');
      expect(textOf(page).split(HEADER)).toHaveLength(2);
      expect(linesOf(page).at(-1)).toBe(`第 ${i + 1} 页 共 ${pages.length} 页`);
    });
    const numbers = pages.flatMap((page) => textOf(page).match(/XX2026-\d{6}/g));
    expect(numbers).toEqual(many(60).map(({ id }) => id));
  });

  it('tears no row that fits on a page', async () => {
    for (const page of await printed(problems(many(60)))) {
      const text = textOf(page);
      expect(text.split('XX2026-')).toHaveLength(text.split(row(1).what).length);
    }
  });

  it('loses no word of a text that is longer than a page', async () => {
    const words = Array.from({ length: 1_500 }, (_, i) => `说${i}句，`);
    const pages = await printed(
      problems([{ what: words.join('') }, { what: '末行' }], { columns: [{ key: 'what', title: '问题' }] }),
    );
    const told = pages.flatMap(linesOf).filter((line) => !/^(府东社区.*|2026.*|问题|第 .+页)$/.test(line));
    expect(told.join('').match(/说\d+句，|末行/g)).toEqual([...words, '末行']);
  });

  it('breaks Chinese where Chinese is broken, and letters in a row where they must be', async () => {
    const text = '（一）小区门口，路灯、井盖：“不亮”；“破损”。'.repeat(12);
    const long = 'a'.repeat(200);
    const [page = []] = await printed(
      problems([{ what: text }, { what: long }], {
        columns: [
          { key: 'what', title: '问题' },
          { key: 'x', title: '', width: 20 },
        ],
      }),
    );
    const lines = linesOf(page).slice(3);
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter((line) => /^[，、：；。”）]|[（“]$/.test(line))).toEqual([]);
    expect(textOf(page)).toContain(text + long);
    expect(
      Math.max(...page.filter(({ text: drawn }) => /^[a（）一]/.test(drawn)).map(({ x }) => x)),
    ).toBeLessThan(310);
  });

  it('keeps a number with what it counts on one line', async () => {
    const texts = Array.from(
      { length: 12 },
      (_, i) => '甲'.repeat(i) + '限3个工作日内，共12.5万元，2026年11月；'.repeat(4),
    );
    const [page] = await printed(
      problems(
        texts.map((what) => ({ what })),
        {
          columns: [
            { key: 'what', title: '问题' },
            { key: 'x', title: '', width: 30 },
          ],
        },
      ),
    );
    const lines = linesOf(page).slice(3);
    expect(lines.length).toBeGreaterThan(25);
    expect(
      lines.filter((line) => /\d$|^(个工作日|万元|年|月)|[个工作万]$/.test(line) && !line.endsWith('甲')),
    ).toEqual([]);
  });

  it('says that there is nothing, in the language of its reader', async () => {
    expect(textOf((await printed(problems([])))[0])).toContain(`${HEADER}（无）`);
    const [page] = await printed(problems([]), 'en');
    expect(textOf(page)).toContain(`${HEADER}(none)`);
    expect(linesOf(page).at(-1)).toBe('Page 1 of 1');
  });

  it('has letters for rare names, and what no letter is known for shows as a box, not as nothing', async () => {
    const [page] = await printed(problems([row(1, { what: '喆堃祎昇㛃䶮|' }), row(2, { what: '𠮷|' })]));
    expect(textOf(page)).toContain('喆堃祎昇㛃䶮|');
    expect(textOf(page)).toContain('XX2026-000002\0|');
  });

  it('takes what a resident wrote as words, whatever it looks like', async () => {
    const what = '{"text":"x","image":"/etc/passwd"}\u202E翻转';
    const [page] = await printed(problems([row(1, { what })]));
    expect(textOf(page)).toContain('{"text":"x","image":"/etc/passwd"}翻转');
  });
});
