import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The command line of a running process; empty when there is none. */
export function commandOf(pid: number): string {
  try {
    const file = `/proc/${pid}/cmdline`;
    if (existsSync('/proc/self/cmdline')) return readFileSync(file, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
