// A letter of supervision 督办函 in the form that GB/T 9704-2012 gives letters (信函格式): the office in red between red
// double rules, the number at the right below, title, receivers, grounds, what is asked, and at the end room for a seal.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Language } from '../language.ts';
import { area, copiesAt, edge, firstPaper, SIZES } from './letter-paper.ts';
import { dayInWords, timeInWords } from './moment.ts';
import { mm, printed, written } from './press.ts';
import { printable } from './printable.ts';
import { WORDS } from './words.ts';

export interface Letter {
  /** The issuing office: its name is the head line, and signs. */
  office: string;
  /** The office's mark 发文机关代字, the year, and the number within office and year. */
  number: { mark: string; year: number; serial: number };
  /** The level of supervision or urgency, as it shall stand at the upper left. */
  level?: string;
  /** What it is about; without one the title is 督办函 alone. */
  subject?: string;
  receivers: readonly string[];
  /** Paragraphs: what happened, since when, against which rule. */
  grounds: readonly string[];
  /** What is asked, one by one. */
  demands: readonly string[];
  replyDue: Date;
  issuedAt: Date;
  /** Whom to ask, and how to reach them. */
  contact?: string;
  copies?: readonly string[];
}

/** The letter as a PDF file. The same letter gives the same file, byte for byte, so that its hash can be kept. */
export const pdfOfLetter = (letter: Letter, language: Language = 'zh'): Promise<Buffer> =>
  printed(sheetOf(letter, language));

/** The number as it is cited: 东督函〔2026〕12号. */
export const numberOf = ({ number: { mark, year, serial } }: Letter, language: Language): string =>
  WORDS[language].number(printable(mark), year, serial);

function sheetOf(letter: Letter, language: Language): TDocumentDefinitions {
  const { body, lineHeight } = SIZES[language];
  const words = WORDS[language];
  const copies = copiesAt(letter.copies ?? [], language);
  const title = printable(words.letter(letter.subject));
  return {
    pageSize: 'A4',
    pageMargins: [edge.left, edge.top, edge.right, edge.bottom + copies.height],
    info: { title, producer: 'Minqing', creator: 'Minqing', creationDate: letter.issuedAt },
    language: words.tag,
    displayTitle: true,
    defaultStyle: { fontSize: body, lineHeight },
    background: (page) => (page === 1 ? firstPaper(letter.office) : null),
    footer: (page, pages) => [
      ...(page === 1 ? [] : [pageNumber(page, copies.height)]),
      ...(page === pages ? copies.foot : []),
    ],
    content: [
      ...headOf(letter, title, language),
      ...bodyOf(letter, language),
      endOf(letter, language),
      ...copies.after,
    ],
  };
}

/** Below the printed area; odd pages at the right, even ones at the left, for sheets printed on both sides. The first has none. */
function pageNumber(page: number, above: number): Content {
  const isOdd = page % 2 === 1;
  return {
    text: `— ${page} —`,
    fontSize: 14,
    alignment: isOdd ? 'right' : 'left',
    relativePosition: { x: isOdd ? -edge.right - 14 : edge.left + 14, y: above + mm(5) },
  };
}

function headOf(letter: Letter, title: string, language: Language): Content[] {
  const { title: fontSize, body } = SIZES[language];
  return [
    {
      columns: [
        { ...written(letter.level ?? ''), bold: true, width: 'auto' },
        { text: numberOf(letter, language), alignment: 'right', noWrap: true },
      ],
      margin: [0, area.number - edge.top, 0, 2 * body],
    },
    { ...written(title), fontSize, bold: true, alignment: 'center', margin: [0, 0, 0, body] },
    { ...written(WORDS[language].to(letter.receivers)), margin: [0, 0, 0, SIZES[language].after] },
  ];
}

function bodyOf({ grounds, demands }: Letter, language: Language): Content[] {
  const { item, demands: opening } = WORDS[language];
  const items = demands.length === 1 ? demands : demands.map((demand, i) => item(i + 1, demand));
  const paragraphs = [...grounds, ...(demands.length === 0 ? [] : [opening, ...items])];
  return paragraphs.map((text) => paragraph(text, language));
}

const paragraph = (text: string, language: Language): Content => ({
  ...written(text),
  alignment: 'justify',
  leadingIndent: SIZES[language].indent,
  margin: [0, 0, 0, SIZES[language].after],
});

/** The last sentence stays with the signature, so that no seal stands on a page without words. The seal (42 mm) goes over office and day. */
function endOf({ office, issuedAt, replyDue, contact }: Letter, language: Language): Content {
  const { body } = SIZES[language];
  const signed: Content = {
    stack: [written(office), dayInWords(issuedAt, language)],
    alignment: 'center',
    margin: [area.width * 0.4, mm(11), body, contact === undefined ? 0 : mm(8)],
  };
  const last = paragraph(WORDS[language].reply(timeInWords(replyDue, language)), language);
  const asked = contact === undefined ? [] : [paragraph(WORDS[language].contact(contact), language)];
  return { stack: [last, signed, ...asked], unbreakable: true };
}
