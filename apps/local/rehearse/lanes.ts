/** Does the work for each thing, at most so many at a time, in their order; rejects with the first failure. */
export async function inLanes<T>(
  things: Iterable<T>,
  lanes: number,
  work: (thing: T) => Promise<unknown>,
): Promise<void> {
  const queue = [...things].values();
  const lane = async () => {
    for (const thing of queue) await work(thing);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Lets at most so many in at a time; the others wait in the order in which they came. */
export class Gate {
  readonly #waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}
