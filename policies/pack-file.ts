import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const NAME = /^[a-z0-9-]+(\/[a-z0-9-]+)?$/;

/** A pack or calendar that is not there or not right; the message is one sentence for people, `lines` one for each fault. */
export class PolicyFault extends Error {
  override readonly name = 'PolicyFault';
  readonly lines: readonly string[];

  constructor(message: string, { lines, cause }: { lines?: readonly string[]; cause?: unknown } = {}) {
    super(message, { cause });
    this.lines = lines ?? [message];
  }
}

/** There is no pack or calendar of that name. */
export class NoSuchFile extends PolicyFault {}

/** A file as it is written, and where it was found. */
export interface Read {
  /** What it was asked for by. */
  label: string;
  file: string;
  document: unknown;
}

/** Compiled or not, this file stands somewhere below the project's package.json, beside which the packs lie. */
export function packsDir(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json')) && folder !== path.dirname(folder))
    folder = path.dirname(folder);
  return path.join(folder, 'policies');
}

/** The names of the packs that ship, or of the calendars (`policies/calendars`). */
export function namesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => file.replaceAll('\\', '/').replace(/\.yaml$/, ''))
    .filter(
      (name) =>
        NAME.test(name) && !name.startsWith('calendars/') && existsSync(path.join(folder, `${name}.yaml`)),
    )
    .sort();
}

/** Reads a file by its path or, in `folder`, by its name. Throws PolicyFault. */
export async function readYaml(nameOrFile: string, what: string, folder: string): Promise<Read> {
  const file = fileOf(nameOrFile, folder);
  if (file === undefined) {
    throw new NoSuchFile(
      `There is no ${what} "${nameOrFile}": no such file, and the names known are ${namesIn(folder).join(', ')}.`,
    );
  }
  return { label: nameOrFile, file, document: await documentIn(file, `${what} ${nameOrFile}`) };
}

/** What stands in a file that is there. Throws PolicyFault where it cannot be read. */
export async function documentIn(file: string, what: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new PolicyFault(`The ${what} cannot be read: ${reason.replace(/[:.]$/, '')}.`, { cause: error });
  }
}

function fileOf(nameOrFile: string, folder: string): string | undefined {
  // npm changes into the project's folder; INIT_CWD is where the person stood.
  const here = [process.env.INIT_CWD, process.cwd()].flatMap((from) =>
    from ? [path.resolve(from, nameOrFile)] : [],
  );
  const named = NAME.test(nameOrFile) ? [path.join(folder, `${nameOrFile}.yaml`)] : [];
  return [...named, ...here].find((file) => existsSync(file));
}
