// A part is one child process: started, watched, started again when it falls, stopped in order.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { tailOf } from './log.ts';
import { waitUntil } from './wait.ts';

/** How a part is started and when it counts as ready. */
export type Plan = {
  name: string;
  /** Where its output goes; the tail is shown when it does not come up. */
  log: string;
  spawn: () => ChildProcess | Promise<ChildProcess>;
  isReady: () => Promise<boolean>;
  /** Milliseconds until it must be ready. */
  readyWithin: number;
  /** The lower stops first; equal ones stop side by side. */
  stopOrder: number;
  stopSignal: NodeJS.Signals;
  /** Milliseconds that it may take to stop before it is killed. */
  stopWithin: number;
};

/** What the launcher wants to know: every new process, a fall and a come-back to tell people, and that a part is given up. */
export type Watch = {
  onSpawn: (plan: Plan, child: ChildProcess) => void;
  onFall: (name: string, how: string) => void;
  onReturn: (name: string) => void;
  onGiveUp: (name: string, why: Error) => void;
};

/** A part may fall this often within the window; after that starting it again helps nobody. */
const falls = { atMost: 5, within: 60_000, firstPause: 200, longestPause: 5_000 };

/** A part did not become ready; the message tells why and shows the end of its log. */
export class NotReady extends Error {
  constructor(plan: Plan, why: string) {
    super(`${plan.name} ${why}\n${tailOf(plan.log)}`);
  }
}

export class Part {
  #child: ChildProcess | undefined;
  #isStopping = false;
  #fallen: number[] = [];

  constructor(
    readonly plan: Plan,
    private readonly watch: Watch,
  ) {}

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the process and waits until it is ready; throws NotReady when it ends or stays silent. */
  async start(): Promise<void> {
    const child = await this.#spawn();
    const over = new AbortController();
    const fault = await Promise.race([endedEarly(child, over.signal), this.#silence(over.signal)]).finally(
      () => over.abort(),
    );
    if (fault !== undefined) {
      await this.#end();
      throw new NotReady(this.plan, fault);
    }
    if (isRunning(child)) child.once('exit', () => void this.#raise(endOf(child)));
    else void this.#raise(endOf(child));
  }

  /** Ends the process, first politely, then for good. Never throws. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#end();
  }

  async #spawn(): Promise<ChildProcess> {
    const child = await this.plan.spawn();
    this.#child = child;
    child.on('error', () => undefined); // told by its exit, or by a pid that never came
    if (child.pid !== undefined) this.watch.onSpawn(this.plan, child);
    if (this.#isStopping) await this.#end(); // asked to stop while it was being started
    return child;
  }

  /** What is wrong when it does not become ready in time; undefined when it does. */
  async #silence(signal: AbortSignal): Promise<string | undefined> {
    const { isReady, readyWithin } = this.plan;
    return (await waitUntil(isReady, readyWithin, { signal }))
      ? undefined
      : `was not ready within ${readyWithin / 1000} s.`;
  }

  /** Starts a fallen process again, with growing pauses, until it stands or has fallen too often. */
  async #raise(how: string): Promise<void> {
    if (this.#isStopping) return;
    let last = new NotReady(this.plan, `fell (${how}).`);
    this.watch.onFall(this.plan.name, how);
    while (!this.#isStopping) {
      if (this.#fellTooOften()) return this.watch.onGiveUp(this.plan.name, last);
      await sleep(Math.min(falls.firstPause * 2 ** (this.#fallen.length - 1), falls.longestPause));
      if (this.#isStopping) return;
      try {
        await this.start();
        return this.watch.onReturn(this.plan.name);
      } catch (error) {
        last =
          error instanceof NotReady ? error : new NotReady(this.plan, `cannot be started: ${String(error)}`);
      }
    }
  }

  #fellTooOften(): boolean {
    const now = performance.now();
    this.#fallen = [...this.#fallen.filter((at) => now - at < falls.within), now];
    return this.#fallen.length > falls.atMost;
  }

  async #end(): Promise<void> {
    const child = this.#child;
    if (!child || !isRunning(child)) return;
    child.kill(this.plan.stopSignal);
    if (await waitUntil(() => !isRunning(child), this.plan.stopWithin, { every: 20 })) return;
    child.kill('SIGKILL');
    await waitUntil(() => !isRunning(child), 2_000, { every: 20 });
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function endOf(child: ChildProcess): string {
  return child.signalCode ?? (child.pid === undefined ? 'could not be run' : `exit code ${child.exitCode}`);
}

async function endedEarly(child: ChildProcess, signal: AbortSignal): Promise<string> {
  if (isRunning(child)) await once(child, 'exit', { signal }).catch(() => undefined); // aborted: nobody asks any more
  return `ended before it was ready (${endOf(child)}).`;
}
