import { existsSync, readdirSync } from 'node:fs';
import { z } from 'zod';

/** Where a command reads and writes. */
export type Io = {
  stdin: NodeJS.ReadableStream;
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
};

const folder = new URL('./commands/', import.meta.url);

/** Runs `argv[0]` from commands/ with the rest of the line; answers the exit code: 2 for what cannot be understood. */
export async function run(argv: string[], io: Io): Promise<number> {
  const [name = '', ...rest] = argv;
  const file = new URL(`./${name}.js`, folder);
  if (!/^[a-z]+(-[a-z]+)*$/.test(name) || !existsSync(file)) return usage(name, io);
  const command = commandIn(await import(file.href));
  return z.int().parse(await command(rest, io));
}

/** A command's file exports one function; its name follows the file's where the language allows (`import` does not). */
function commandIn(module: Record<string, unknown>) {
  const [command] = Object.values(module).filter((value) => typeof value === 'function');
  if (!command) throw new Error('This command exports no function.');
  return command;
}

function usage(name: string, { stderr }: Io): number {
  const unknown = name === '' ? '' : `There is no command "${name}". `;
  const names = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.js')) : [];
  stderr.write(`${unknown}Usage: npm run -s minqing -- <command>\n`);
  stderr.write(`Commands: ${names.map((file) => file.slice(0, -'.js'.length)).join(', ')}\n`);
  return 2;
}
