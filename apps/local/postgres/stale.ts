import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bornAt } from '../born.ts';
import { commandOf } from '../command-line.ts';
import { waitUntil } from '../wait.ts';

/**
 * Clears the way for a server on this data folder. A server that an earlier launcher left behind is stopped. Where the number in
 * the lock file belongs to another program by now (PostgreSQL would take it for a server and refuse), it is replaced by one that
 * nobody has; the rest of the file stays, for PostgreSQL checks by it that no old session still writes.
 */
export async function endStale(folder: string): Promise<void> {
  const lock = path.join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const [first, ...rest] = readFileSync(lock, 'utf8').split('\n');
  const pid = Number(first);
  if (bornAt(pid) === undefined) return; // PostgreSQL clears that away itself
  if (isServerOf(folder, pid)) await stop(pid);
  else writeFileSync(lock, [unusedNumber(), ...rest].join('\n'));
}

function isServerOf(folder: string, pid: number): boolean {
  const command = commandOf(pid);
  return command.includes('postgres') && command.includes(folder);
}

async function stop(pid: number): Promise<void> {
  const isGone = () => bornAt(pid) === undefined;
  process.kill(pid, 'SIGINT');
  if (await waitUntil(isGone, 10_000)) return;
  process.kill(pid, 'SIGQUIT');
  if (await waitUntil(isGone, 5_000)) return;
  throw new Error(`An earlier PostgreSQL (process ${pid}) does not stop; end it by hand.`);
}

function unusedNumber(): number {
  let pid = 99_998; // the largest number on macOS; Linux has at least as many on a machine of today
  while (bornAt(pid) !== undefined) pid--;
  return pid;
}
