import type { Client } from '../../blackbox/client.ts';

const LISTS = [
  ...['matters', 'tasks', 'cards', 'items', 'processes', 'clocks', 'audits', 'cases', 'records'],
  ...['people', 'units', 'places'],
];

/** Every list that can be taken away, and some of them as workbooks. */
export const exportsOf = (): readonly string[] => [
  ...LISTS.map((list) => `/api/v1/exports/${list}.csv`),
  ...['matters', 'items', 'people'].map((list) => `/api/v1/exports/${list}.xlsx`),
];

const PAPER = /"(\/api\/v1\/[^"]*(?:\.pdf|\/lists\/\w+))"/g;

/** Every paper that the first things of these lists lead to, as it is printed. */
export async function papersIn(reader: Client, lists: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const list of lists) {
    const { items } = await reader.get(`/api/v1/${list}?limit=4`);
    for (const { href } of items) {
      const shown = JSON.stringify(await reader.get(href));
      found.push(...[...shown.matchAll(PAPER)].map(([, one = '']) => one));
    }
  }
  return [...new Set(found)].map((href) => (href.endsWith('.pdf') ? href : `${href}?format=pdf`));
}
