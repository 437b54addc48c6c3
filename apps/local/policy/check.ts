import { PolicyFault, tryPack } from '../../../policies/load.ts';
import type { SoundPack } from '../../../policies/load.ts';
import type { Io } from '../cli.ts';
import { Usage } from './usage.ts';

/** `policy check <file or name>...`: every fault of every pack on a line of its own, and its example cases tried. */
export async function check(names: string[], { stdout, stderr }: Io): Promise<number> {
  const option = names.find((name) => name.startsWith('-'));
  if (option !== undefined) throw new Usage(`"${option}" is not known here`);
  if (names.length === 0) throw new Usage('No pack is named');
  let isSound = true;
  for (const name of names) {
    try {
      stdout.write(`${verdictOn(name, await tryPack(name))}\n`);
    } catch (error) {
      // One pack that is not right keeps nobody from hearing about the others.
      if (!(error instanceof PolicyFault)) throw error;
      stderr.write(error.lines.map((line) => `${line}\n`).join(''));
      isSound = false;
    }
  }
  return isSound ? 0 : 2;
}

function verdictOn(name: string, { policy, examples }: SoundPack): string {
  const tried =
    examples === undefined
      ? 'no example cases stand beside it'
      : `${examples.cases.length} example cases hold`;
  return `${name}: ${policy.name} ${policy.version} has no faults; ${tried}.`;
}
