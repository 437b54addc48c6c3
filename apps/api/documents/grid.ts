import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { Language } from '../language.ts';
import { written } from './press.ts';
import { extent } from './printable.ts';
import { cellsOf, shares } from './table.ts';
import type { Cell, Column, DocumentTable } from './table.ts';
import { WORDS } from './words.ts';

/** The room beside a cell's text, and the strength of the lines, in points. */
const PAD = 4;
const RULE = 0.5;

/** The size of the table's text, in points, and from line to line as a share of it. */
export const SIZE = 9;
const LEADING = 1.45;

/** Thin lines all round every cell. */
export const ruled: CustomTableLayout = {
  hLineWidth: () => RULE,
  vLineWidth: () => RULE,
  paddingLeft: () => PAD,
  paddingRight: () => PAD,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/** The same without a line above, where the title stands. */
const topless: CustomTableLayout = { ...ruled, hLineWidth: (line) => (line === 0 ? 0 : RULE) };

type Table = Pick<DocumentTable, 'columns' | 'rows'>;

/** The room of a table: the width that it takes, and the height of a page, in points. */
export type Room = { width: number; height: number };

/** How much of the width is left for the words of so many columns. */
export const roomIn = (width: number, columns: number): number =>
  width - columns * 2 * PAD - (columns + 1) * RULE;

/**
 * The rows under the titles of their columns, which stand on every page, below the table's own title where it has one;
 * at least one row stands with them. No row is torn that fits on a page.
 */
export function gridOf(table: Table, language: Language, { width, height }: Room, title?: string): Content {
  const { columns } = table;
  const room = roomIn(width, columns.length);
  const widths = shares(columns).map((share) => share * room);
  const isTorn = cellsOf(table).some((cells) =>
    cells.some((cell, i) => isTall(cell, widths[i] ?? room, height)),
  );
  const heading = title === undefined ? [] : [headingRow(title, columns.length)];
  return {
    layout: title === undefined ? ruled : topless,
    fontSize: SIZE,
    table: {
      headerRows: heading.length + 1,
      keepWithHeaderRows: isTorn ? 0 : 1,
      dontBreakRows: !isTorn,
      widths,
      body: [...heading, columns.map(titleCell), ...bodyOf(table, language)],
    },
  };
}

/** Whether a text takes more than half a page: a row that may not be torn is cut off at the page's end. */
function isTall(cell: Cell, width: number, height: number): boolean {
  const lines = String(cell ?? '')
    .split('\n')
    .map((line) => Math.ceil((SIZE * extent(line)) / width) || 1);
  return lines.reduce((sum, count) => sum + count, 0) * SIZE * LEADING > height / 2;
}

/** The title of a table over all of its columns, outside its lines. */
const headingRow = (title: string, columns: number): TableCell[] => [
  {
    ...written(title),
    fontSize: 12,
    bold: true,
    colSpan: columns,
    border: [false, false, false, true],
    margin: [-PAD, 10, 0, 3],
  },
  ...Array.from({ length: columns - 1 }, () => ''),
];

const titleCell = ({ title }: Column): TableCell => ({
  ...written(title),
  bold: true,
  alignment: 'center',
  fillColor: '#f0f0f0',
});

function bodyOf(table: Table, language: Language): TableCell[][] {
  const { columns } = table;
  const rows = cellsOf(table).map((cells) => cells.map((cell, i) => cellShown(cell, columns[i]?.kind)));
  if (rows.length > 0) return rows;
  const none: TableCell = { text: WORDS[language].nothing, colSpan: columns.length, alignment: 'center' };
  return [[none, ...columns.slice(1).map(() => '')]];
}

const SIDE = { text: 'left', number: 'right', day: 'center', time: 'center' } as const;

/** Neither a day nor a time is torn. */
const cellShown = (value: Cell, kind: Column['kind'] = 'text'): TableCell => ({
  ...written(String(value ?? '')),
  alignment: SIDE[kind],
  noWrap: kind === 'day' || kind === 'time',
});
