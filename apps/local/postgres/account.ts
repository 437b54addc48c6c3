// Embedded PostgreSQL: where its programs and data stand, under which account it runs, its first database.
// PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody` where that account is not there.
import { execFileSync } from 'node:child_process';
import { accessSync, chownSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** Numbers of the account that the server runs under; undefined: the caller's own. */
export type Account = { uid: number; gid: number };

/** The account for the server: none of its own unless the caller is root. Throws where root finds no other account. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = ['postgres', 'nobody'].map(lookUp).find((found) => found !== undefined);
  if (!account) throw new Error('PostgreSQL does not run as root: start Minqing as an ordinary user.');
  return account;
}

function lookUp(name: string): Account | undefined {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined; // no such account
  }
}

/** Makes a file or folder the server's own. */
export function handOver(file: string, account: Account | undefined): void {
  if (account) chownSync(file, account.uid, account.gid);
}

/** Whether the account may walk down to this folder: a home below a folder with mode 0700 is out of its reach. */
export function mayReach(folder: string, account: Account | undefined): boolean {
  if (!account) return isWalkable(folder);
  const above = path.dirname(folder);
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 && (above === folder || mayReach(above, account));
}

function isWalkable(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
