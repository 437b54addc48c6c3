import { ImportFault } from './fault.ts';

/** A table in a file: its header, and its lines in order. `number` is the line (CSV) or row (XLSX) as people count, from 1. */
export type Sheet = { columns: readonly string[]; lines: AsyncIterable<Line> };

/** `fault`: why its cells cannot be trusted. */
export type Line = { number: number; cells: readonly string[]; fault?: string };

/** Reads a cell by its column, without the blanks around it. */
export type Cell = (line: Line, column: string) => string;

/** A reader for the columns that are asked for. Throws ImportFault where the header lacks one or has it twice. */
export function cellReader(columns: readonly string[], needed: readonly string[], label: string): Cell {
  const titles = columns.map((column) => column.trim());
  const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
  const lacking = [...new Set(needed)].filter((name) => !titles.includes(name));
  if (lacking.length > 0)
    throw new ImportFault(`${label} has no column ${quoted(lacking)}; its header has ${quoted(titles)}.`);
  const twice = needed.find((name) => titles.indexOf(name) !== titles.lastIndexOf(name));
  if (twice !== undefined) throw new ImportFault(`${label} has two columns "${twice}".`);
  const places = new Map(needed.map((name) => [name, titles.indexOf(name)]));
  return ({ cells }, column) => cells[places.get(column) ?? -1]?.trim() ?? '';
}
