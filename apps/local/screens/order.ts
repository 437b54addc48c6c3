import { parseArgs } from 'node:util';
import { docPictures } from './doc-pictures.ts';
import { tour } from './tour.ts';
import type { Language, Size } from './window.ts';

/** What is to be looked at, and where. Without `at` a demo home of its own is put up. */
export type Order = {
  roles: readonly string[];
  pages: readonly string[];
  sizes: readonly Size[];
  languages: readonly Language[];
  out: string;
  isForDocs: boolean;
  at?: { url: string; accounts: string };
};

/** The command line cannot be understood; the message is one sentence. */
export class Usage extends Error {}

const many = { type: 'string', multiple: true } as const;
const options = {
  role: many,
  page: many,
  size: many,
  language: many,
  out: { type: 'string' },
  url: { type: 'string' },
  accounts: { type: 'string' },
  docs: { type: 'boolean', default: false },
} as const;

/** Reads the flags; each of the first four may be given more than once. Throws Usage. */
export function orderIn(argv: string[]): Order {
  const given = parsed(argv);
  const pages = [...Object.values(tour).flat(), ...docPictures].map(({ name }) => name);
  return {
    roles: amongst('role', Object.keys(tour), given.role),
    pages: amongst('page', [...new Set(pages)], given.page),
    sizes: amongst('size', ['desk', 'wide', 'phone'] as const, given.size),
    languages: amongst('language', ['zh', 'en'] as const, given.language),
    out: given.out ?? (given.docs ? 'docs/pictures' : '.screens'),
    isForDocs: given.docs,
    at: placeIn(given),
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error));
  }
}

/** Those that were named, in their usual order; all when none was. */
function amongst<T extends string>(
  flag: string,
  known: readonly T[],
  named: string[] | undefined,
): readonly T[] {
  if (named === undefined) return known;
  const names: readonly string[] = known;
  const unknown = named.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Usage(`--${flag} ${unknown} is not known; there are ${known.join(', ')}.`);
  return known.filter((name) => named.includes(name));
}

function placeIn({ url, accounts }: { url?: string; accounts?: string }) {
  if (url === undefined && accounts === undefined) return undefined;
  if (url === undefined || accounts === undefined)
    throw new Usage('--url and --accounts (a demo-accounts.json) go together.');
  return { url, accounts };
}
