import { PolicyFault } from '../../../policies/load.ts';
import type { Io } from '../cli.ts';
import { activate } from '../policy/activate.ts';
import { check } from '../policy/check.ts';
import { diff } from '../policy/diff.ts';
import { Refused } from '../policy/door.ts';
import { Usage } from '../policy/usage.ts';

/** What can be done with packs; each takes the rest of the command line and answers the exit code. */
const deeds = new Map([
  ['activate', activate],
  ['check', check],
  ['diff', diff],
]);

/**
 * `policy check <file or name>...` and `policy diff <old> <new> [--language zh|en]`, without any server; `policy activate <file
 * or name>` at a running one. Exit code 2, with one line for each fault, for anything that is not right.
 */
export async function policy([name = '', ...rest]: string[], io: Io): Promise<number> {
  try {
    const deed = deeds.get(name);
    if (deed === undefined)
      throw new Usage(name === '' ? 'What to do is missing' : `"${name}" is not known here`);
    return await deed(rest, io);
  } catch (error) {
    if (!(error instanceof PolicyFault || error instanceof Refused || error instanceof Usage)) throw error;
    const lines = error instanceof PolicyFault || error instanceof Refused ? error.lines : [error.message];
    io.stderr.write(lines.map((line) => `${line}\n`).join(''));
    return 2;
  }
}
