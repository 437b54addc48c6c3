import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { handOver, mayReach, type Account } from './account.ts';

/** Where root puts what an account without rights in the home has to reach. */
const outside = ['/var/lib/minqing', '/var/tmp/minqing'];

/** A folder that the account can walk to, made when needed. Throws when none can be made. */
export function reachableFolder(account: Account | undefined): string {
  for (const folder of outside) {
    if (mayMake(folder) && mayReach(folder, account)) return folder;
  }
  throw new Error(
    `PostgreSQL's account needs one of these folders: ${outside.join(', ')}. Make one, with mode 0755.`,
  );
}

/**
 * The folder for a home's database: `postgres` in the home, or, where the server's account cannot get there, one outside whose
 * path is kept in the home.
 */
export function dataFolder(home: string, account: Account | undefined): string {
  const pointer = path.join(home, 'postgres.path');
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  const inside = path.join(home, 'postgres');
  if (existsSync(inside) || mayReach(home, account)) return inside;
  const folder = path.join(reachableFolder(account), `home-${nameOf(home)}`);
  writeFileSync(pointer, `${folder}\n`);
  return folder;
}

function nameOf(home: string): string {
  return createHash('sha256')
    .update(`${path.resolve(home)} ${Date.now()}`)
    .digest('hex')
    .slice(0, 16);
}

/** Makes an empty folder that belongs to the server's account alone. */
export function makeOwn(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  handOver(folder, account);
}

function mayMake(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    return true;
  } catch {
    return false;
  }
}
