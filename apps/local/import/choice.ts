import { BadRow } from './fault.ts';
import type { Choice } from './mapping.ts';

/** What a row says in a column. */
export type Say = (column: string) => string;

/** What a choice comes to in a row. Throws BadRow where it says nothing, or something that the table does not have. */
export function chosen(entry: string, { constant, column = '', table, otherwise }: Choice, say: Say): string {
  if (constant !== undefined) return constant;
  const said = say(column);
  const found = table === undefined ? said : Object.hasOwn(table, said) ? table[said] : undefined;
  const value = found || otherwise;
  if (value) return value;
  throw new BadRow(
    said === '' ? `${entry}: "${column}" is empty` : `${entry}: "${said}" is not in the table`,
  );
}

/** What is known under a code. Throws BadRow. */
export function known<T>(entry: string, code: string, all: ReadonlyMap<string, T>): T {
  const found = all.get(code);
  if (found === undefined) throw new BadRow(`${entry}: nothing is known under the code "${code}"`);
  return found;
}

/** A template with what the row says; undefined where all its columns are empty. */
export function filled(template: string, say: Say): string | undefined {
  const columns = columnsIn(template);
  if (columns.every((column) => say(column) === '')) return undefined;
  return template.replace(/\{([^{}]+)\}/g, (_, column: string) => say(column)).trim();
}

/** The columns that a template names. */
export const columnsIn = (template: string): string[] =>
  [...template.matchAll(/\{([^{}]+)\}/g)].map(([, column = '']) => column);
