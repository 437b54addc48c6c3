import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Ground } from './ground.ts';
import { openHome } from './home.ts';
import { House } from './house.ts';
import { ProcessList } from './left-behind.ts';
import { freePort } from './ports.ts';
import { serverAccount } from './postgres/account.ts';
import { dataFolder } from './postgres/place.ts';
import type { Say } from './progress.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const NONE = { databaseUrl: undefined, temporalAddress: undefined };

/** What it is called on disk, whether it stays there afterwards, and who is told of it. */
type Wish = { root: string; name: string; keep: boolean; say: Say };

/** Opens a home of its own on free ports, lets `play` have it, and takes it down again, with its folder unless that is to be kept. */
export async function inPassingHome<T>(
  { root, name, keep, say }: Wish,
  play: (ground: Ground) => Promise<T>,
): Promise<T> {
  const home = openHome(newFolder(name));
  const leave = async () => {
    await house.stop();
    if (keep) say(`  kept in ${home.folder}`);
    else remove(home.folder);
  };
  const end = (code: number) => void leave().then(() => process.exit(code));
  const fail = (why: Error) => {
    say(why.message);
    end(1);
  };
  const house = new House(root, new ProcessList(home.file('processes.json')), say, fail);
  const interrupt = () => end(130);
  for (const signal of SIGNALS) process.once(signal, interrupt);
  const place = { port: await freePort(), host: '127.0.0.1', home: home.folder, namespace: 'default' };
  try {
    return await play({ root, settings: { ...place, ...NONE }, home, house, say });
  } finally {
    await leave();
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
}

/** PostgreSQL's own account has to walk through it; the secrets in it are their owner's alone. */
function newFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `minqing-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

function remove(folder: string): void {
  for (const one of [dataFolder(folder, serverAccount()), folder])
    rmSync(one, { recursive: true, force: true });
}
