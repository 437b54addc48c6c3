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
  sheet.columns = shares(table.columns).map((share) => ({ width: Math.max(6, share * ACROSS) }));
  heading(sheet, table);
  addHeader(sheet, table.columns);
  for (const cells of cellsOf(table)) addCells(sheet, cells, table.columns);
  for (const note of table.notes ?? []) across(sheet, table, printable(note));
  if (table.signatures) across(sheet, table, signing(table.signatures, language), { height: 2 * LINE });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Excel allows 31 characters, not all of them, and keeps the name History for itself. */
function sheetName(title: string): string {
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

function addHeader(sheet: ExcelJS.Worksheet, columns: readonly Column[]): void {
  const row = sheet.addRow([]);
  columns.forEach(({ title }, i) => {
    const cell = row.getCell(i + 1);
    put(cell, printable(title));
    cell.font = { bold: true };
    cell.border = grid;
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  sheet.views = [{ state: 'frozen', ySplit: row.number }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${row.number}:${row.number}`,
  };
  sheet.headerFooter.oddFooter = '&C&P / &N';
}

function addCells(sheet: ExcelJS.Worksheet, cells: readonly Cell[], columns: readonly Column[]): void {
  const row = sheet.addRow([]);
  cells.forEach((value, i) => {
    const kind = columns[i]?.kind ?? 'text';
    const cell = row.getCell(i + 1);
    put(cell, value, kind);
    cell.border = grid;
    cell.alignment = { vertical: 'top', wrapText: kind === 'text', horizontal: SIDE[kind] };
  });
}

const SIDE = { text: 'left', number: 'right', day: 'center' } as const;

/** A day becomes a date of the sheet, so that it sorts; text is marked as such, so that it stays text. */
function put(cell: ExcelJS.Cell, value: Cell, kind: Column['kind'] = 'text'): void {
  const day = kind === 'day' && typeof value === 'string' ? new Date(value) : undefined;
  if (day && !Number.isNaN(day.getTime())) {
    cell.value = day;
    cell.numFmt = 'yyyy-mm-dd';
  } else if (typeof value === 'string') {
    cell.value = value.length > MOST ? `${value.slice(0, MOST - 1)}…` : value;
    cell.numFmt = '@';
  } else cell.value = value;
}

const signing = (signatures: readonly string[], language: Language): string =>
  signatures.map((who) => WORDS[language].sign(printable(who))).join(' '.repeat(24));
