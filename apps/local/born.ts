import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** A process that is told apart from a later one with the same number by the moment of its birth. */
export const Born = z.object({ pid: z.int().positive(), at: z.string() });
export type Born = z.infer<typeof Born>;

/** When process `pid` was born, in a notation of the system's own; undefined when there is none (or only a zombie). */
export function bornAt(pid: number): string | undefined {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

/** Whether this very process still runs. */
export function isAlive(born: Born): boolean {
  return bornAt(born.pid) === born.at;
}

/** The identity of a running process; undefined when it has ended already. */
export function identify(pid: number | undefined): Born | undefined {
  const at = pid === undefined ? undefined : bornAt(pid);
  return pid === undefined || at === undefined ? undefined : { pid, at };
}

function fromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // after the name in brackets: state is field 3, the start in clock ticks since boot is field 22
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : `ticks ${fields[19]}`;
  } catch {
    return undefined; // no such process
  }
}

function fromPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined; // ps answers 1 for a process that is not there
  }
}
