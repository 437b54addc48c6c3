import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Language } from '../language.ts';
import { ACROSS, framed, headingOf } from './frame.ts';
import { gridOf, SIZE } from './grid.ts';
import { printed, written } from './press.ts';
import { printable } from './printable.ts';
import type { DocumentTable } from './table.ts';
import { WORDS } from './words.ts';

/**
 * The table on A4 across, as its workbook prints: the titles of columns on every page, rows not torn where they fit on
 * one, every page numbered and named. About a second of work for 500 rows; long lists are better taken as a workbook.
 */
export const pdfOfTable = (table: DocumentTable, language: Language = 'zh'): Promise<Buffer> =>
  printed(sheetOf(table, language));

/** Several tables under one title, each with its own. */
export interface Report extends Pick<DocumentTable, 'title' | 'subtitle' | 'signatures' | 'imprint'> {
  parts: readonly Pick<DocumentTable, 'title' | 'columns' | 'rows'>[];
}

/** Tables one after the other on A4 across; no title of a part stands alone at the foot of a page. */
export const pdfOfReport = (report: Report, language: Language = 'zh'): Promise<Buffer> =>
  printed({
    ...framed(report, language),
    pageOrientation: 'landscape',
    defaultStyle: { fontSize: SIZE },
    content: [
      ...headingOf(report),
      ...report.parts.map((part) => gridOf(part, language, ACROSS, part.title)),
      ...signing(report.signatures ?? [], language),
    ],
  });

const sheetOf = (table: DocumentTable, language: Language): TDocumentDefinitions => ({
  ...framed(table, language),
  pageOrientation: 'landscape',
  defaultStyle: { fontSize: SIZE },
  content: [...headingOf(table), gridOf(table, language, ACROSS), ...feetOf(table, language)],
});

function feetOf({ notes = [], signatures = [] }: DocumentTable, language: Language): Content[] {
  const noted = notes.map((note) => ({ ...written(note), margin: [0, 6, 0, 0] }) satisfies Content);
  return [...noted, ...signing(signatures, language)];
}

/** A line for those who sign, in one piece. */
export function signing(signatures: readonly string[], language: Language): Content[] {
  if (signatures.length === 0) return [];
  const lines = signatures.map((who) => ({ text: WORDS[language].sign(printable(who)) }));
  return [{ columns: lines, margin: [0, 18, 0, 0], fontSize: 10, unbreakable: true }];
}
