import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** One `npm start`, as a person types it. */
export class Launcher {
  readonly #npm: ChildProcess;
  readonly #ended: Promise<number | null>;
  output = '';

  constructor(
    readonly home: string,
    readonly port: number,
    environment: Record<string, string> = {},
  ) {
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      MINQING_HOME: home,
      MINQING_PORT: String(port),
      ...environment,
    };
    this.#npm = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#npm.stdout, this.#npm.stderr])
      stream?.on('data', (chunk) => (this.output += String(chunk)));
    this.#ended = once(this.#npm, 'close').then(([code]) => code as number | null);
  }

  /** Waits until the output has these words; fails with all of it when npm ends first or two minutes are over. */
  async says(words: string): Promise<void> {
    const ended = this.#ended.then(() => true);
    for (let tries = 0; !this.output.includes(words) && tries < 1_200; tries++) {
      const isOver = await Promise.race([ended, sleep(100, false)]);
      if (isOver && !this.output.includes(words))
        throw new Error(`npm start ended without "${words}":\n${this.output}`);
    }
    if (!this.output.includes(words)) throw new Error(`npm start did not say "${words}":\n${this.output}`);
  }

  ready(): Promise<void> {
    return this.says(`Minqing is ready: http://127.0.0.1:${this.port}`);
  }

  /** How often a line stands in the output. */
  count(line: string): number {
    return this.output.split('\n').filter((one) => one === line).length;
  }

  /** The number of the process that a part runs in now. */
  pidOf(part: string): number {
    return JSON.parse(readFileSync(path.join(this.home, 'processes.json'), 'utf8'))[part].pid;
  }

  /** Kills the launcher itself as the machine would: no word of good-bye. */
  async kill(): Promise<void> {
    process.kill(JSON.parse(readFileSync(path.join(this.home, 'launcher.json'), 'utf8')).pid, 'SIGKILL');
    await this.#ended;
  }

  /** Sends a signal to npm, as a terminal or a supervisor would, and answers its exit code. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.#npm.kill(signal);
    return this.#ended;
  }

  /** Waits for an end that nobody asked for. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Whether the API is up, with its database and Temporal. */
  async isWell(): Promise<boolean> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`).catch(() => undefined);
    return answer?.ok ?? false;
  }

  get isLocked(): boolean {
    return existsSync(path.join(this.home, 'launcher.json'));
  }
}
