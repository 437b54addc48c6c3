import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Language } from '../language.ts';
import { A4, mm, printed, written } from './press.ts';
import { extent, printable } from './printable.ts';
import { cellsOf, shares } from './table.ts';
import type { Cell, Column, DocumentTable } from './table.ts';
import { WORDS } from './words.ts';

const MARGIN = { side: mm(15), top: mm(18), bottom: mm(16) } as const;
/** The room beside a cell's text, and the strength of the lines, in points. */
const PAD = 4;
const RULE = 0.5;
const GREY = '#666666';
/** The size of the table's text, in points, and from line to line as a share of it. */
const SIZE = 9;
const LEADING = 1.45;

const layout = {
  hLineWidth: () => RULE,
  vLineWidth: () => RULE,
  paddingLeft: () => PAD,
  paddingRight: () => PAD,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/**
 * The table on A4 across, as its workbook prints: the titles of columns on every page, rows not torn where they fit on
 * one, every page numbered and named. About a second of work for 500 rows; long lists are better taken as a workbook.
 */
export const pdfOfTable = (table: DocumentTable, language: Language = 'zh'): Promise<Buffer> =>
  printed(sheetOf(table, language));

function sheetOf(table: DocumentTable, language: Language): TDocumentDefinitions {
  const title = printable(table.title);
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.bottom],
    info: { title, producer: 'Minqing', creator: 'Minqing' },
    language: WORDS[language].tag,
    displayTitle: true,
    defaultStyle: { fontSize: SIZE },
    header: (page) => (page === 1 ? null : { ...written(title), ...small, margin: [0, mm(9), 0, 0] }),
    footer: (page, pages) => ({ text: WORDS[language].page(page, pages), ...small, margin: [0, 10, 0, 0] }),
    content: [...headingOf(table, title), gridOf(table, language), ...feetOf(table, language)],
  };
}

const small = { fontSize: 8, color: GREY, alignment: 'center' } as const;

function headingOf({ subtitle }: DocumentTable, title: string): Content[] {
  const first: Content = {
    ...written(title),
    fontSize: 18,
    bold: true,
    alignment: 'center',
    margin: [0, 0, 0, 6],
  };
  if (subtitle === undefined) return [first];
  return [first, { ...written(subtitle), alignment: 'center', margin: [0, 0, 0, 8] }];
}

function gridOf(table: DocumentTable, language: Language): Content {
  const { columns } = table;
  const lines = columns.length * 2 * PAD + (columns.length + 1) * RULE;
  const room = A4.height - 2 * MARGIN.side - lines;
  const widths = shares(columns).map((share) => share * room);
  return {
    layout,
    table: {
      headerRows: 1,
      dontBreakRows: !cellsOf(table).some((cells) =>
        cells.some((cell, i) => isTall(cell, widths[i] ?? room)),
      ),
      widths,
      body: [columns.map(titleCell), ...bodyOf(table, language)],
    },
  };
}

/** Whether a text takes more than half a page: a row that may not be torn is cut off at the page's end. */
function isTall(cell: Cell, width: number): boolean {
  const lines = String(cell ?? '')
    .split('\n')
    .map((line) => Math.ceil((SIZE * extent(line)) / width) || 1);
  return (
    lines.reduce((sum, count) => sum + count, 0) * SIZE * LEADING >
    (A4.width - MARGIN.top - MARGIN.bottom) / 2
  );
}

const titleCell = ({ title }: Column): TableCell => ({
  ...written(title),
  bold: true,
  alignment: 'center',
  fillColor: '#f0f0f0',
});

function bodyOf(table: DocumentTable, language: Language): TableCell[][] {
  const { columns } = table;
  const rows = cellsOf(table).map((cells) => cells.map((cell, i) => cellShown(cell, columns[i]?.kind)));
  if (rows.length > 0) return rows;
  const none: TableCell = { text: WORDS[language].nothing, colSpan: columns.length, alignment: 'center' };
  return [[none, ...columns.slice(1).map(() => '')]];
}

const SIDE = { text: 'left', number: 'right', day: 'center' } as const;

/** A day is not torn at its hyphens. */
const cellShown = (value: Cell, kind: Column['kind'] = 'text'): TableCell => ({
  ...written(String(value ?? '')),
  alignment: SIDE[kind],
  noWrap: kind === 'day',
});

function feetOf({ notes = [], signatures = [] }: DocumentTable, language: Language): Content[] {
  const noted = notes.map((note) => ({ ...written(note), margin: [0, 6, 0, 0] }) satisfies Content);
  if (signatures.length === 0) return noted;
  const lines = signatures.map((who) => ({ text: WORDS[language].sign(printable(who)) }));
  return [...noted, { columns: lines, margin: [0, 18, 0, 0], fontSize: 10, unbreakable: true }];
}
