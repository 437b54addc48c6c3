import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Born, identify, isAlive } from './born.ts';
import type { Home } from './home.ts';

/** Another launcher keeps this home already. */
export class HomeTaken extends Error {
  constructor(home: Home, pid: number) {
    super(
      `Minqing already runs on ${home.folder} (process ${pid}). Stop that one first, or set MINQING_HOME (and MINQING_PORT) for a second one.`,
    );
  }
}

/** Takes the home for this process; answers how to let it go. Throws HomeTaken while a living process holds it. */
export function lockHome(home: Home): () => void {
  const file = home.file('launcher.json');
  const mine = JSON.stringify(identify(process.pid));
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch {
      const holder = readHolder(file);
      if (holder && isAlive(holder)) throw new HomeTaken(home, holder.pid);
      rmSync(file, { force: true }); // its launcher was killed
    }
  }
  throw new Error(`The lock ${file} cannot be written: is the disk full, or the folder somebody else's?`);
}

function readHolder(file: string): Born | undefined {
  try {
    return Born.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined; // gone, or half written by a launcher that was killed
  }
}
