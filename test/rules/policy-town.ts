import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadCalendar } from '../../policies/load.ts';
import { catalog } from '../../workflows/catalog.ts';
import type { Ground } from '../../workflows/rules/policy-ground.ts';

/** A pack as it is written. */
export type Written = Record<string, unknown>;

export const towns = ['dongsheng', 'taibai-lake', 'xiapu', 'lvliang', 'dafeng', 'jianhu'];

export const writtenPack = async (name: string): Promise<Written> =>
  z.record(z.string(), z.unknown()).parse(parse(await readFile(`policies/${name}.yaml`, 'utf8')));

/** What the packs that ship stand on. */
export const ground: Ground = {
  parent: await writtenPack('dongsheng'),
  calendar: await loadCalendar('cn'),
  processes: Object.fromEntries(Object.entries(catalog).map(([name, { numbers }]) => [name, numbers])),
};

/** The same pack with another value at a path, and a source for it; null takes away. */
export function withAt(pack: Written, path: string, value: unknown): Written {
  const [section = ''] = path.split('.');
  const sources = { ...(pack.sources as Written), [section]: '[000]' };
  return put(section === 'sources' ? pack : { ...pack, sources }, path.split('.'), value);
}

function put(node: unknown, [key = '', ...rest]: string[], value: unknown): Written {
  const old = { ...(node as Written) };
  return { ...old, [key]: rest.length === 0 ? value : put(old[key], rest, value) };
}
