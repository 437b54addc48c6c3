import type { Column, Content, ContextPageSize, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Language } from '../language.ts';
import { A4, mm, printed, written } from './press.ts';
import { printable } from './printable.ts';
import { roomIn, ruled } from './grid.ts';
import { WORDS } from './words.ts';

/** A card to be cut out: A6, four on a sheet, or A5, two. */
export interface Card {
  title: string;
  subtitle: string;
  size: 'A5' | 'A6';
  /** A table: how wide its columns are beside each other, then its rows. What is not known is a blank to be filled in by hand. */
  shares: readonly number[];
  rows: readonly (readonly (string | null)[])[];
  notes: readonly string[];
  imprint: string;
}

/** How many cards stand beside and below each other on A4, which way the paper lies, and how large the letters are. */
const SHEETS = {
  A6: { across: 2, down: 2, orientation: 'portrait', size: 9, title: 14 },
  A5: { across: 2, down: 1, orientation: 'landscape', size: 9.5, title: 18 },
} as const;

const EDGE = mm(9);
/** The height of a row that is left blank. */
const BLANK = 15;

/** The same card as often as it fits on A4, with dashed lines to cut along. */
export function pdfOfCards(card: Card, language: Language = 'zh'): Promise<Buffer> {
  const sheet = SHEETS[card.size];
  const [width, height] = sheet.orientation === 'portrait' ? [A4.width, A4.height] : [A4.height, A4.width];
  const [cell, row] = [width / sheet.across, height / sheet.down];
  /** Made anew for each place: laying out writes into what it is given. */
  const one = (): Column => ({
    stack: cardShown(card, language, cell - 2 * EDGE),
    margin: [EDGE, EDGE, EDGE, 0],
    width: cell,
  });
  return printed({
    pageSize: 'A4',
    pageOrientation: sheet.orientation,
    pageMargins: 0,
    info: { title: printable(card.title), producer: 'Minqing', creator: 'Minqing' },
    language: WORDS[language].tag,
    displayTitle: true,
    defaultStyle: { fontSize: sheet.size },
    background: (_page, size) => cuts(size, sheet),
    content: Array.from({ length: sheet.down }, (_down, i): Content => ({
      columns: Array.from({ length: sheet.across }, one),
      columnGap: 0,
      absolutePosition: { x: 0, y: i * row },
    })),
  } satisfies TDocumentDefinitions);
}

function cardShown(card: Card, language: Language, width: number): Content[] {
  const { title: size } = SHEETS[card.size];
  const room = roomIn(width, card.shares.length);
  return [
    { ...written(card.title), fontSize: size, bold: true, alignment: 'center', margin: [0, 0, 0, 2] },
    { ...written(card.subtitle), alignment: 'center', margin: [0, 0, 0, 6] },
    {
      layout: ruled,
      table: {
        widths: card.shares.map((share) => share * room),
        heights: BLANK,
        body: card.rows.map((cells) =>
          cells.map((cell, i) => ({ ...written(cell ?? ''), ...(i === 0 && { fillColor: '#f5f5f5' }) })),
        ),
      },
    },
    ...card.notes.map((note): Content => ({ ...written(note), margin: [0, 4, 0, 0] })),
    { ...written(card.imprint), fontSize: 7, color: '#666666', margin: [0, 5, 0, 0] },
  ];
}

/** Where the sheet is to be cut. */
function cuts(
  { width, height }: ContextPageSize,
  { across, down }: { across: number; down: number },
): Content {
  const dashed = { type: 'line', lineWidth: 0.5, lineColor: '#999999', dash: { length: 4 } } as const;
  return {
    canvas: [
      ...(across > 1 ? [{ ...dashed, x1: width / 2, y1: 0, x2: width / 2, y2: height }] : []),
      ...(down > 1 ? [{ ...dashed, x1: 0, y1: height / 2, x2: width, y2: height / 2 }] : []),
    ],
  };
}
