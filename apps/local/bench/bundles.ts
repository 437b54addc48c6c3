import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { markdown } from './table.ts';

/** The heaviest pages are shown, and so many of them. */
const SHOWN = 12;

/** What a browser loads before it draws: kB of script and of styles, gzipped. */
export function bundleTable(root: string): string {
  const folder = path.join(root, 'dist', 'console');
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const first = [...read('index.html').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
    ([, file = '']) => file,
  );
  const shell = z
    .array(z.string())
    .parse(JSON.parse(read('shell.json')))
    .map((file) => file.slice(1));
  const weigh = (files: Iterable<string>) => weightOf([...new Set(files)], read);
  const pages = pagesIn(folder, read).map(({ name, files }) => row(name, weigh([...first, ...files])));
  const heaviest = pages.toSorted((a, b) => b[1] - a[1]).slice(0, SHOWN);
  const rows = [
    row('before any page', weigh(first)),
    row("the grid worker's, kept for no network", weigh(shell)),
  ];
  return markdown(['what', 'script kB', 'styles kB', 'files'], [...rows, ...heaviest]);
}

type Weight = { script: number; styles: number; files: number };
type Row = readonly [name: string, script: number, styles: number, files: number];

const row = (name: string, { script, styles, files }: Weight): Row => [name, script, styles, files];

type Reading = (file: string) => string;

function weightOf(files: readonly string[], read: Reading): Weight {
  const sum = (ending: string) =>
    files.filter((file) => file.endsWith(ending)).reduce((all, file) => all + gzipSync(read(file)).length, 0);
  return { script: kB(sum('.js')), styles: kB(sum('.css')), files: files.length };
}

const kB = (bytes: number): number => Math.round(bytes / 100) / 10;

/** Every part that is loaded only when it is wanted, with all that it imports. */
function pagesIn(folder: string, read: Reading): { name: string; files: Set<string> }[] {
  const scripts = readdirSync(path.join(folder, 'assets')).filter((file) => file.endsWith('.js'));
  const lazy = new Set(scripts.flatMap((file) => namedIn(read(`assets/${file}`), LAZY)));
  return [...lazy].map((file) => ({
    name: file.replace(/-[\w-]{8}\.js$/, ''),
    files: withImports(file, read, new Set()),
  }));
}

const LAZY = /import\([`"']\.\/([\w.-]+\.js)[`"']\)/g;
const STATIC = /(?:from|import)\s*[`"']\.\/([\w.-]+\.js)[`"']/g;

const namedIn = (script: string, names: RegExp): string[] =>
  [...script.matchAll(names)].map(([, file = '']) => file);

function withImports(file: string, read: Reading, found: Set<string>): Set<string> {
  if (found.has(`assets/${file}`)) return found;
  found.add(`assets/${file}`);
  for (const one of namedIn(read(`assets/${file}`), STATIC)) withImports(one, read, found);
  return found;
}
