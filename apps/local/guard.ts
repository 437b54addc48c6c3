import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Plan } from './part.ts';

type Ward = { child: ChildProcess; plan: Plan };

/** A small process that outlives this one and then ends its parts: PostgreSQL and Temporal do not notice that they are alone. */
export class Guard {
  #wards: Ward[] = [];
  #process: ChildProcess;
  #isOff = false;

  constructor(private readonly root: string) {
    this.#process = this.#spawn();
  }

  /** Takes a part's process into care until it ends. */
  watch(plan: Plan, child: ChildProcess): void {
    this.#wards.push({ plan, child });
    child.once('exit', () => {
      this.#wards = this.#wards.filter((ward) => ward.child !== child);
      this.#tell();
    });
    this.#tell();
  }

  /** Sends the guard home; call it when all parts have stopped. */
  dismiss(): void {
    this.#isOff = true;
    this.#process.stdin?.end();
  }

  #spawn(): ChildProcess {
    const guard = spawn(process.execPath, [path.join(this.root, 'apps', 'local', 'guard.mjs')], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    guard.stdin?.on('error', () => undefined); // it was killed; its exit is answered below
    guard.once('exit', () => {
      if (this.#isOff) return;
      this.#process = this.#spawn();
      this.#tell();
    });
    guard.unref();
    return guard;
  }

  #tell(): void {
    const list = this.#wards.map(({ child, plan }) => ({
      pid: child.pid,
      signal: plan.stopSignal,
      order: plan.stopOrder,
    }));
    this.#process.stdin?.write(`${JSON.stringify(list)}\n`);
  }
}
