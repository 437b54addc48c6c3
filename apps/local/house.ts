import { Guard } from './guard.ts';
import { identify } from './born.ts';
import { Part, type Plan, type Watch } from './part.ts';
import type { ProcessList } from './left-behind.ts';

/** All parts of one home: what is started through it is watched, kept running, and stopped in order. */
export class House {
  #parts: Part[] = [];
  #guard: Guard;
  #stopped: Promise<void> | undefined;

  /**
   * `say` gets what people should know while the house stands; `onGiveUp` is called once, when a part cannot be kept running:
   * a house without one of its parts must not go on.
   */
  constructor(
    root: string,
    private readonly list: ProcessList,
    private readonly say: (line: string) => void,
    private readonly onGiveUp: (why: Error) => void,
  ) {
    this.#guard = new Guard(root);
  }

  /** Starts a part and waits until it is ready. Throws NotReady, or an error when the house stops already. */
  async start(plan: Plan): Promise<Part> {
    if (this.isStopping) throw new Error(`${plan.name} is not started: Minqing stops.`);
    const part = new Part(plan, this.#watch);
    this.#parts.push(part);
    await part.start();
    return part;
  }

  /** Stops every part: the API, the worker when nobody asks any more, then what they stand on. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  get isStopping(): boolean {
    return this.#stopped !== undefined;
  }

  async #stopAll(): Promise<void> {
    const orders = [...new Set(this.#parts.map(({ plan }) => plan.stopOrder))].sort((a, b) => a - b);
    for (const order of orders) {
      await Promise.all(
        this.#parts.filter(({ plan }) => plan.stopOrder === order).map((part) => part.stop()),
      );
    }
    this.#guard.dismiss();
    this.list.clear();
  }

  readonly #watch: Watch = {
    onSpawn: (plan, child) => {
      this.#guard.watch(plan, child);
      const born = identify(child.pid);
      if (born) this.list.note(plan.name, born);
    },
    onFall: (name, how) => this.say(`${name} ended (${how}); it is started again.`),
    onReturn: (name) => this.say(`${name} runs again.`),
    onGiveUp: (name, why) =>
      this.onGiveUp(new Error(`${name} falls again and again; Minqing stops.\n${why.message}`)),
  };
}
