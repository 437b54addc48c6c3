import { describe, expect, it } from '@jest/globals';
import { numberOf, pdfOfLetter } from '../../../apps/api/documents/letter.ts';
import type { Letter } from '../../../apps/api/documents/letter.ts';
import type { Language } from '../../../apps/api/language.ts';
import { linesOf, pagesOf, textOf } from './pdf-pages.ts';

const GROUND =
  '该事项11月10日到期，已超期3个工作日，期间催办一次，亮“黄牌”、“红牌”（各一张），均未见办理进展。';

const letter = (more: Partial<Letter> = {}): Letter => ({
  office: '兴县县委县政府督查室',
  number: { mark: '兴督函', year: 2026, serial: 12 },
  level: '二级督办',
  receivers: ['县城市管理局'],
  grounds: [GROUND],
  demands: ['立即组织疏通。', '查明堵塞原因。'],
  replyDue: new Date('2026-11-27T17:30:00+08:00'),
  issuedAt: new Date('2026-11-22T10:00:00+08:00'),
  contact: '张伟，0358-6322000',
  copies: ['县人大常委会办公室', '蔚汾镇人民政府'],
  ...more,
});

const printed = async (more: Partial<Letter> = {}, language?: Language) =>
  pagesOf(await pdfOfLetter(letter(more), language));

describe('a letter of supervision', () => {
  it('has the parts of the form, in their order', async () => {
    const [page = [], ...more] = await printed();
    expect(more).toEqual([]);
    expect(linesOf(page)).toEqual([
      '兴县县委县政府督查室',
      '二级督办兴督函〔2026〕12号',
      '督办函',
      '县城市管理局：',
      expect.stringMatching(/^该事项/),
      expect.anything(),
      '请按以下要求办理：',
      '一、立即组织疏通。',
      '二、查明堵塞原因。',
      '请于2026年11月27日17:30前将办理情况书面回复我单位。',
      '兴县县委县政府督查室',
      '2026年11月22日',
      '（联系人：张伟，0358-6322000）',
      '抄送：县人大常委会办公室，蔚汾镇人民政府。',
    ]);
    expect(textOf(page)).toContain(GROUND);
  });

  it('has the same parts in English', async () => {
    const [page] = await printed(
      {
        subject: 'blocked drain',
        level: undefined,
        receivers: ['Urban Management', 'Water'],
        grounds: ['It is three days late.'],
        demands: ['Clear it.', 'Find the cause.'],
        copies: ['People’s Congress', 'Weifen Town'],
      },
      'en',
    );
    expect(linesOf(page)).toEqual([
      '兴县县委县政府督查室',
      '兴督函 [2026] No. 12',
      'Letter of supervision: blocked drain',
      'To: Urban Management, Water',
      'It is three days late.',
      'You are asked to do the following:',
      '1. Clear it.',
      '2. Find the cause.',
      'Please reply to this office in writing, saying what was done, by 17:30 on 27 ',
      'November 2026.',
      '兴县县委县政府督查室',
      '22 November 2026',
      '(Contact: 张伟，0358-6322000)',
      'Copies to: People’s Congress; Weifen Town.',
    ]);
  });

  it.each<[Language, string]>([
    ['zh', '兴督函〔2026〕12号'],
    ['en', '兴督函 [2026] No. 12'],
  ])('is cited by its number (%s)', (language, number) => {
    expect(numberOf(letter(), language)).toBe(number);
  });

  it('names its subject in the title', async () => {
    const [page] = await printed({ subject: '下水道堵塞问题' });
    expect(linesOf(page)).toContain('关于下水道堵塞问题的督办函');
  });

  it.each([
    ['2026-11-27T16:00:00Z', '请于2026年11月27日24:00前'],
    ['2026-11-27T16:01:00Z', '请于2026年11月28日00:01前'],
  ])('due at %s says so by the local clock, midnight as the end of a day', async (due, said) => {
    expect(textOf((await printed({ replyDue: new Date(due) }))[0])).toContain(said);
  });

  it('counts a single demand not at all, and many as lists are counted', async () => {
    expect(textOf((await printed({ demands: ['疏通。'] }))[0])).toContain('办理：疏通。请于');
    const pages = await printed({ demands: Array.from({ length: 21 }, () => '疏通。') });
    const text = pages.map(textOf).join('');
    for (const place of ['一', '九', '十', '十一', '十九', '二十', '二十一']) {
      expect(text).toContain(`。${place}、疏通`.slice(place === '一' ? 1 : 0));
    }
  });

  it.each([1, 3, 5, 6, 7, 8, 9, 12, 25])(
    'with %i paragraphs never leaves the signature alone on a page, and copies stand on the last one only',
    async (count) => {
      const pages = await printed({ grounds: Array.from({ length: count }, () => GROUND) });
      const last = linesOf(pages.at(-1));
      const [signed, replied] = [
        last.lastIndexOf('兴县县委县政府督查室'),
        last.findIndex((at) => at.startsWith('请于')),
      ];
      expect(signed).toBe(replied + 1);
      expect(pages.map((page) => textOf(page).split('抄送').length - 1)).toEqual(
        pages.map((_, i) => (i === pages.length - 1 ? 1 : 0)),
      );
      expect(pages.map(textOf).join('').split(GROUND)).toHaveLength(count + 1);
    },
  );

  it('numbers its pages but the first, and has the head line on the first only', async () => {
    const pages = await printed({ grounds: Array.from({ length: 30 }, () => GROUND) });
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map((page) => /— \d+ —/.exec(textOf(page))?.[0])).toEqual(
      pages.map((_, i) => (i === 0 ? undefined : `— ${i + 1} —`)),
    );
    expect(pages.map((page) => page.some(({ size }) => size === 36))).toEqual(pages.map((_, i) => i === 0));
  });

  it('keeps within the paper with a long name and with many copies', async () => {
    const office = '江苏省盐城市大丰区人民政府办公室重点工作督促检查科';
    const copies = Array.from({ length: 60 }, (_, i) => `某某县某某局第${i}办公室`);
    const pages = await printed({ office, copies });
    const drawn = pages.flat();
    expect(linesOf(pages[0])[0]).toBe(office);
    expect(Math.min(...drawn.map(({ y }) => y))).toBeGreaterThan(60);
    expect(Math.max(...drawn.map(({ x, size, text }) => x + size * (text === office ? 25 : 1)))).toBeLessThan(
      560,
    );
    expect(pages.map(textOf).join('')).toContain(`抄送：${copies.join('，')}。`);
  });

  it('begins no line with a mark that ends something', async () => {
    const pages = await printed({ grounds: Array.from({ length: 9 }, (_, i) => '甲'.repeat(i) + GROUND) });
    expect(pages.flatMap(linesOf).filter((line) => /^[，、：；。”）〕]|[（“〔]$/.test(line))).toEqual([]);
  });

  it('is the same file byte for byte when it is printed again', async () => {
    const [once, again] = [await pdfOfLetter(letter()), await pdfOfLetter(letter())];
    expect(again.equals(once)).toBe(true);
    expect((await pdfOfLetter(letter({ level: '一级督办' }))).equals(once)).toBe(false);
  });
});
