import type { Content } from 'pdfmake/interfaces.js';
import type { Language } from '../language.ts';
import { A4, mm, written } from './press.ts';
import { extent } from './printable.ts';
import { WORDS } from './words.ts';

/** The margins of a letter, in points. GB/T 9704-2012, 5.2. */
export const edge = { left: mm(28), top: mm(37), right: mm(26), bottom: mm(35) } as const;

/**
 * Sizes in points: the body (三号 in Chinese, 28 characters and 22 lines a page), the title (二号), the copies (四号); the
 * indent of a paragraph's first line, and the gap after a paragraph.
 */
export const SIZES = {
  zh: { body: 15.75, title: 22, copies: 14, indent: 31.5, after: 0, lineHeight: 1.27 },
  en: { body: 12, title: 17, copies: 10.5, indent: 0, after: 8, lineHeight: 1.1 },
} as const;

const RED = '#d7000f';

/** The head line's size at most; its top and the gap to the rule below it; the red double rules, 170 mm long. GB/T 9704-2012, 10.1. */
const HEAD = { size: 36, top: mm(30), gap: mm(4), width: mm(170) } as const;
const rule = { left: mm(20), right: mm(190), head: HEAD.top + HEAD.size + HEAD.gap, foot: mm(277) } as const;

/** The most room, in points, that is kept free for copies at the foot of a page. */
const MOST = mm(45);

/** How much of a line of the font lies above its characters, as a share of their size. */
const ABOVE = 0.26;

/** Where things stand, in points from the upper left corner of the page. */
export const area = {
  width: A4.width - edge.left - edge.right,
  number: rule.head + mm(4),
} as const;

/** What is printed on the first page as it would be on headed paper: the office and the red rules. */
export function firstPaper(office: string): Content[] {
  const size = Math.min(HEAD.size, HEAD.width / extent(office));
  const top = HEAD.top + (HEAD.size - size) - ABOVE * size;
  return [
    {
      ...written(office),
      fontSize: size,
      bold: true,
      color: RED,
      alignment: 'center',
      noWrap: true,
      lineHeight: 1,
      margin: [0, top, 0, 0],
    },
    { canvas: [line(0, 2.5), line(3.5, 0.75)], absolutePosition: { x: rule.left, y: rule.head } },
    { canvas: [line(0, 0.75), line(2.5, 2.5)], absolutePosition: { x: rule.left, y: rule.foot } },
  ];
}

const line = (y: number, lineWidth: number) =>
  ({ type: 'line', x1: 0, y1: y, x2: rule.right - rule.left, y2: y, lineWidth, lineColor: RED }) as const;

/** 抄送, one character in from both sides of the printed area; `beside` is what lies left and right of it. */
function copiesShown(copies: readonly string[], language: Language, beside: [number, number]): Content {
  const { copies: fontSize } = SIZES[language];
  const { copies: label, copiesTo } = WORDS[language];
  return {
    columns: [{ text: label, width: 'auto', noWrap: true }, written(copiesTo(copies))],
    columnGap: language === 'en' ? 4 : 0,
    fontSize,
    lineHeight: 1.1,
    margin: [beside[0] + fontSize, fontSize, beside[1] + fontSize, 0],
  };
}

/** The room that the copies take, in points, reckoned from their length. */
function heightOf(copies: readonly string[], language: Language): number {
  const { copies: size } = SIZES[language];
  const { copies: label, copiesTo } = WORDS[language];
  const perLine = area.width / size - 2 - extent(label) - 2;
  return (Math.ceil(extent(copiesTo(copies)) / perLine) * 1.6 + 1) * size;
}

/**
 * Where the copies stand: at the foot of the last page, with so much room kept free there (on every page, for nobody
 * knows beforehand which is the last); or after the text, where they are so many that the pages would be half empty.
 */
export function copiesAt(copies: readonly string[], language: Language) {
  const height = copies.length === 0 ? 0 : heightOf(copies, language);
  if (height > MOST) return { height: 0, foot: [], after: [copiesShown(copies, language, [0, 0])] };
  const foot = height === 0 ? [] : [copiesShown(copies, language, [edge.left, edge.right])];
  return { height, foot, after: [] };
}
