import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import iconv from 'iconv-lite';
import { ImportFault, saidBy } from './fault.ts';

/** What somebody asked for on the command line; files as absolute paths. */
export type Order = {
  file: string;
  mapping: string;
  rejects: string | undefined;
  encoding: string | undefined;
  isDry: boolean;
  asIfToday: boolean;
  limit: number;
};

const HOW =
  'call it as "import --mapping <file> [--dry-run] [--now] [--limit <n>] [--rejects <file>] [--encoding <name>] <csv or xlsx>".';

const options = {
  mapping: { type: 'string' },
  rejects: { type: 'string' },
  encoding: { type: 'string' },
  limit: { type: 'string' },
  now: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** Understands the words after `import`. Throws ImportFault. */
export function orderIn(argv: string[]): Order {
  const { values, positionals } = parsed(argv);
  const [file, ...more] = positionals;
  if (values.mapping === undefined) throw new ImportFault(`The option --mapping is missing; ${HOW}`);
  if (file === undefined) throw new ImportFault(`The file to import is missing; ${HOW}`);
  if (more[0] !== undefined)
    throw new ImportFault(`"${more[0]}" is too much here: one file at a time; ${HOW}`);
  const order = {
    file: found(file, 'file'),
    mapping: found(values.mapping, 'mapping'),
    rejects: values.rejects === undefined ? undefined : path.resolve(here(), values.rejects),
    encoding: encodingIn(values.encoding),
    isDry: values['dry-run'],
    asIfToday: values.now,
    limit: limitIn(values.limit),
  };
  // a dry run writes nothing unless it is told where to
  const rejects = order.rejects ?? (order.isDry ? undefined : `${order.file}.rejects.csv`);
  if (rejects === order.file || rejects === order.mapping)
    throw new ImportFault('The file of rejects would overwrite what is read; give --rejects another name.');
  return { ...order, rejects };
}

function parsed(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    // only the first of Node's sentences
    throw new ImportFault(`${saidBy(error).replace(/\.( .*)?$/, '')}; ${HOW}`, { cause: error });
  }
}

/** npm changes into the project's folder; INIT_CWD is where the person stood. */
const here = () => process.env['INIT_CWD'] ?? process.cwd();

function found(name: string, what: string): string {
  const places = [path.resolve(here(), name), path.resolve(name)];
  const file = places.find((place) => existsSync(place));
  if (file === undefined) throw new ImportFault(`There is no ${what} ${name}.`);
  if (!statSync(file).isFile()) throw new ImportFault(`${name} is not a file.`);
  return file;
}

function limitIn(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^[1-9]\d*$/.test(text)) throw new ImportFault(`--limit must be a number of rows, not "${text}".`);
  return Number(text);
}

function encodingIn(name: string | undefined): string | undefined {
  const isKnown: boolean = name === undefined || iconv.encodingExists(name);
  if (isKnown) return name;
  throw new ImportFault(`The encoding "${name}" is not known; use utf-8, gb18030 or another usual name.`);
}
