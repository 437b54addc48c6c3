import type { Walk } from './courier.ts';

/** The first pause before it is tried again, doubled each time up to the longest. Milliseconds. */
const FIRST = 5_000;
const LONGEST = 300_000;

/** Walks one after the other: at once when called, after a pause when something had to wait. */
export class Walker {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = FIRST;
  #isOut = false;
  #isCalled = false;
  #isOver = false;

  constructor(private readonly once: () => Promise<Walk>) {}

  /** There is something to do, or the network is back: no pause any more. */
  readonly call = (): void => {
    this.#pause = FIRST;
    this.#isCalled = true;
    void this.#go();
  };

  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  async #go(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isOut) return;
    this.#isOut = true;
    let ended: Walk = 'done';
    while (this.#isCalled && !this.#isOver) {
      this.#isCalled = false;
      ended = await this.once().catch((): Walk => 'later'); // the drawer cannot be read at this moment
    }
    this.#isOut = false;
    if (ended === 'later' && !this.#isOver) this.#rest();
  }

  #rest(): void {
    this.#timer = setTimeout(() => {
      this.#isCalled = true;
      void this.#go();
    }, this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST);
  }
}
