import ExcelJS from 'exceljs';
import type { Language } from '../language.ts';
import { extent, printable } from './printable.ts';
import { cellsOf, shares } from './table.ts';
import type { Cell, Column, DocumentTable } from './table.ts';
import { WORDS } from './words.ts';

/** What fits side by side on A4 across, in characters of the sheet's font; and what Excel takes in one cell. */
const ACROSS = 130;
const MOST = 32_767;
/** The height of a line, in points. */
const LINE = 16;

const thin = { style: 'thin' } as const;
const grid: Partial<ExcelJS.Borders> = { top: thin, bottom: thin, left: thin, right: thin };

/**
 * The table as a workbook of one sheet: heading, frozen titles of columns (repeated on each printed page), rows, notes
 * and signatures, set to print on A4 across. Text is text whatever it begins with, and stays so when it is edited.
 */
export async function xlsxOf(table: DocumentTable, language: Language = 'zh'): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Minqing';
  workbook.title = printable(table.title);
  const sheet = workbook.addWorksheet(sheetName(table.title));
  sheet.columns = columnWidths(table.columns);
  heading(sheet, table);
  printedAcross(sheet, addHeader(sheet, table.columns).number);
  for (const cells of cellsOf(table)) addCells(sheet, cells, table.columns);
  for (const note of table.notes ?? []) across(sheet, table, printable(note));
  if (table.signatures) across(sheet, table, signing(table.signatures, language), { height: 2 * LINE });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** How wide each column is, so that all of them fit side by side on A4 across. */
export const columnWidths = (columns: readonly Column[]): { width: number }[] =>
  shares(columns).map((share) => ({ width: Math.max(6, share * ACROSS) }));

/** Excel allows 31 characters, not all of them, and keeps the name History for itself. */
export function sheetName(title: string): string {
  const name = printable(title)
    .replace(/[*?:\\/[\]\n]/g, ' ')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim();
  return name === '' || /^history$/i.test(name) ? `${name}1` : name;
}

function heading(sheet: ExcelJS.Worksheet, table: DocumentTable): void {
  const centred = { horizontal: 'center', vertical: 'middle' } as const;
  across(sheet, table, printable(table.title), { font: { bold: true, size: 16 }, height: 30 }).alignment =
    centred;
  if (table.subtitle !== undefined) across(sheet, table, printable(table.subtitle)).alignment = centred;
}

/** A line over the whole width; Excel does not fit the height of merged cells itself, so that is reckoned here. */
function across(
  sheet: ExcelJS.Worksheet,
  { columns }: DocumentTable,
  text: string,
  { font, height }: { font?: Partial<ExcelJS.Font>; height?: number } = {},
): ExcelJS.Cell {
  const row = sheet.addRow([]);
  sheet.mergeCells(row.number, 1, row.number, columns.length);
  row.height = height ?? LINE * Math.ceil((2 * extent(text)) / ACROSS + text.split('\n').length - 1);
  const cell = row.getCell(1);
  put(cell, text);
  cell.alignment = { vertical: 'middle', wrapText: true };
  if (font) cell.font = font;
  return cell;
}

/** A sheet, whole or written as it grows. */
type Sheet = Pick<ExcelJS.Worksheet, 'addRow'>;

/** The titles of the columns as the next row. */
export function addHeader(sheet: Sheet, columns: readonly Column[]): ExcelJS.Row {
  const row = sheet.addRow([]);
  columns.forEach(({ title }, i) => {
    const cell = row.getCell(i + 1);
    put(cell, printable(title));
    cell.font = { bold: true };
    cell.border = grid;
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  return row;
}

/** The titles stay in sight, and stand on every page of A4 across. */
function printedAcross(sheet: ExcelJS.Worksheet, titles: number): void {
  sheet.views = [{ state: 'frozen', ySplit: titles }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${titles}:${titles}`,
  };
  sheet.headerFooter.oddFooter = '&C&P / &N';
}

/** The cells of one row of the list as the next row. */
export function addCells(sheet: Sheet, cells: readonly Cell[], columns: readonly Column[]): ExcelJS.Row {
  const row = sheet.addRow([]);
  cells.forEach((value, i) => {
    const kind = columns[i]?.kind ?? 'text';
    const cell = row.getCell(i + 1);
    put(cell, value, kind);
    cell.border = grid;
    cell.alignment = { vertical: 'top', wrapText: kind === 'text', horizontal: SIDE[kind] };
  });
  return row;
}

const SIDE = { text: 'left', number: 'right', day: 'center', time: 'center' } as const;

type Kind = NonNullable<Column['kind']>;

const FORMATS: Partial<Readonly<Record<Kind, string>>> = { day: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm' };

/** A sheet knows no zones: what it shows is the local time as it is, written as if it were UTC. */
function dateIn(value: Cell, kind: Kind): Date | undefined {
  if (FORMATS[kind] === undefined || typeof value !== 'string') return undefined;
  const date = new Date(kind === 'day' ? value : `${value.replace(' ', 'T')}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** A day or time becomes a date of the sheet, so that it sorts; text is marked as such, so that it stays text. */
function put(cell: ExcelJS.Cell, value: Cell, kind: Kind = 'text'): void {
  const date = dateIn(value, kind);
  if (date) {
    cell.value = date;
    cell.numFmt = FORMATS[kind] ?? '';
  } else if (typeof value === 'string') {
    cell.value = value.length > MOST ? `${value.slice(0, MOST - 1)}…` : value;
    cell.numFmt = '@';
  } else cell.value = value;
}

const signing = (signatures: readonly string[], language: Language): string =>
  signatures.map((who) => WORDS[language].sign(printable(who))).join(' '.repeat(24));
