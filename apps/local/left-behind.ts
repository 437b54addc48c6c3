import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { Born, isAlive } from './born.ts';
import { waitUntil } from './wait.ts';

const Known = z.record(z.string(), Born);
type Known = z.infer<typeof Known>;

/** The processes of this home by part, kept in a file, so that the next start finds what a killed launcher left behind. */
export class ProcessList {
  #known: Known = {};

  constructor(private readonly file: string) {}

  /** Notes the process that a part runs in now. */
  note(part: string, born: Born): void {
    this.#known[part] = born;
    writeFileSync(this.file, JSON.stringify(this.#known), { mode: 0o600 });
  }

  /** Forgets all: they have been stopped. */
  clear(): void {
    this.#known = {};
    rmSync(this.file, { force: true });
  }

  /** Ends what an earlier launcher left running; a number that belongs to another process by now is left alone. */
  async endEarlier(): Promise<string[]> {
    const left = Object.entries(this.#read()).filter(([, born]) => isAlive(born));
    await Promise.all(left.map(([, born]) => end(born)));
    this.clear();
    return left.map(([part]) => part);
  }

  #read(): Known {
    if (!existsSync(this.file)) return {};
    const { data } = Known.safeParse(parse(readFileSync(this.file, 'utf8')));
    return data ?? {};
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {}; // written half when the launcher was killed; the guard ends its parts all the same
  }
}

async function end(born: Born): Promise<void> {
  process.kill(born.pid, 'SIGTERM');
  if (await waitUntil(() => !isAlive(born), 5_000)) return;
  process.kill(born.pid, 'SIGKILL');
  await waitUntil(() => !isAlive(born), 2_000);
}
