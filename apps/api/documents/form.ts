import type { Column, Content, TableCell } from 'pdfmake/interfaces.js';
import type { Language } from '../language.ts';
import { framed, headingOf, MARGIN, partOf, UPRIGHT } from './frame.ts';
import { gridOf, roomIn, ruled } from './grid.ts';
import type { Room } from './grid.ts';
import { signing } from './pdf.ts';
import { mm, printed, written } from './press.ts';
import { extent } from './printable.ts';
import type { DocumentTable } from './table.ts';

/** A question and its value; one that is not known is a blank to be filled in by hand. */
export type Pair = readonly [title: string, value: string | null | undefined];

/** One thing to tick. */
type Choice = { title: string; isChosen: boolean };

/** A part of a form: pairs two in a row, words in a box of so many lines at least, a table, or a question to tick. */
export type Part =
  | { is: 'pairs'; title?: string; pairs: readonly Pair[] }
  | { is: 'words'; title: string; text: string | null; lines: number }
  | { is: 'table'; title: string; table: Pick<DocumentTable, 'columns' | 'rows'> }
  | { is: 'choices'; title: string; questions: readonly { ask: string; choices: readonly Choice[] }[] };

export interface Form extends Pick<DocumentTable, 'title' | 'subtitle' | 'notes' | 'signatures' | 'imprint'> {
  /** A card is printed on A5. */
  size?: 'A4' | 'A5';
  parts: readonly Part[];
}

/** A card has less room at its sides. */
const SIDES = { A4: MARGIN.side, A5: mm(10) } as const;
const A5 = { width: mm(148) - 2 * SIDES.A5, height: mm(210) - MARGIN.top - MARGIN.bottom } as const;

/** The height of a line to write on, and the size of the words, in points. */
const LINE = 20;
const SIZES = { A4: 10, A5: 9 } as const;

/** The form upright, with room for what has to be filled in by hand. */
export function pdfOfForm(form: Form, language: Language = 'zh'): Promise<Buffer> {
  const { size = 'A4', parts, notes = [], signatures = [] } = form;
  const room = size === 'A5' ? A5 : UPRIGHT;
  return printed({
    ...framed(form, language),
    pageSize: size,
    pageMargins: [SIDES[size], MARGIN.top, SIDES[size], MARGIN.bottom],
    defaultStyle: { fontSize: SIZES[size] },
    content: [
      ...headingOf(form),
      ...parts.flatMap((part) => partShown(part, language, room)),
      ...notes.map((note): Content => ({ ...written(note), fontSize: 8.5, margin: [0, 6, 0, 0] })),
      ...signing(signatures, language),
    ],
  });
}

/** What is not long stays in one piece with its title; tables and long words go on over the page. */
function partShown(part: Part, language: Language, room: Room): Content[] {
  if (part.is === 'table') return [gridOf(part.table, language, room, part.title)];
  const heading = part.title === undefined ? [] : [partOf(part.title)];
  if (part.is === 'words' && isLong(part.text, room))
    return [...heading, { ...written(part.text ?? ''), lineHeight: 1.25 }];
  return [{ stack: [...heading, ...shownOf(part, room)], unbreakable: true }];
}

function shownOf(part: Exclude<Part, { is: 'table' }>, room: Room): Content[] {
  if (part.is === 'pairs') return [pairsShown(part.pairs, room)];
  if (part.is === 'words') return [boxed(part.text, part.text === null ? part.lines : 2)];
  return part.questions.map(asked);
}

/** Whether words take more than a third of a page. */
const isLong = (text: string | null, { width, height }: Room): boolean =>
  (text ?? '').split('\n').reduce((lines, line) => lines + Math.ceil((extent(line) * SIZES.A4) / width), 0) *
    LINE >
  height / 3;

/** Two pairs in a row. */
function pairsShown(pairs: readonly Pair[], { width }: Room): Content {
  const label = width * 0.14;
  const value = (roomIn(width, 4) - 2 * label) / 2;
  const rows = Array.from({ length: Math.ceil(pairs.length / 2) }, (_, i) => pairs.slice(2 * i, 2 * i + 2));
  return {
    layout: ruled,
    table: {
      widths: [label, value, label, value],
      heights: 17,
      body: rows.map(([one, other]) => [...cellsOf(one), ...cellsOf(other)]),
    },
  };
}

const cellsOf = ([title, value]: Pair = ['', null]): TableCell[] => [
  { ...written(title), ...(title === '' ? {} : { fillColor: '#f5f5f5' }) },
  written(value ?? ''),
];

/** Words in a box that is so many lines high at least. */
const boxed = (text: string | null, lines: number): Content => ({
  layout: ruled,
  table: {
    widths: ['*'],
    heights: lines * LINE,
    body: [[{ ...written(text ?? ''), lineHeight: 1.25 }]],
  },
});

/** A question with its choices: a filled box is a tick. */
const asked = ({ ask, choices }: { ask: string; choices: readonly Choice[] }): Content => ({
  columns: [
    { ...written(ask), width: '40%' },
    ...choices.map(({ title, isChosen }): Column => ({
      ...written(`${isChosen ? '■' : '□'} ${title}`),
      width: '20%',
    })),
  ],
  margin: [0, 5, 0, 3],
});
