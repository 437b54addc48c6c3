// The outbox, worked off: lanes of errands that were recorded together with what they follow from, each taken by one
// worker at a time. An errand is done at least once; whoever does it must bear a second time.
import type { Logger } from 'pino';
import type { Database } from '../../../prisma/client.ts';
import { failed, take } from '../../../prisma/outbox.ts';
import type { Lane as LaneName, Taken } from '../../../prisma/outbox.ts';
import { nameOf } from '../log.ts';
import { Bell } from './bell.ts';

/** What a lane does. */
export type Duty = {
  lane: LaneName;
  /** So many errands are in hand at once. */
  atOnce: number;
  /** How long an errand is ours; longer than doing it ever takes. Seconds. */
  lease: number;
  /** Does an errand and notes in its row how it went. When it throws, the errand is due again soon. */
  work: (errand: Taken) => Promise<void>;
};

/** Without a ring it is looked this often. Milliseconds. */
const POLL = 1_000;

/** While the database is away it is asked this often. Milliseconds. */
const PAUSE = 2_000;

export class Lane {
  readonly bell = new Bell();
  #inHand = new Set<Promise<void>>();
  #isAway = false;

  constructor(
    private readonly db: Database,
    private readonly duty: Duty,
    private readonly log: Logger,
  ) {}

  /** Works until the signal, and then until nothing is in hand. Never throws. */
  async keepWorking(stop: AbortSignal): Promise<void> {
    stop.addEventListener('abort', () => this.bell.ring(), { once: true });
    while (!stop.aborted) await this.bell.wait(await this.#look());
    await this.#allDone();
  }

  /** Does everything that is due now. For tests and for commands; throws when the database is away. */
  async workOff(): Promise<void> {
    while ((await this.#begin()) > 0) await this.#allDone();
  }

  /** Begins what is due, and says how long to wait. */
  async #look(): Promise<number> {
    const { lane } = this.duty;
    try {
      await this.#begin();
      if (this.#isAway) this.log.info({ lane }, 'the database is back');
      this.#isAway = false;
      return POLL;
    } catch (error) {
      if (!this.#isAway) this.log.warn({ lane, err: error }, 'cannot look for errands, tries again');
      this.#isAway = true;
      return PAUSE;
    }
  }

  async #begin(): Promise<number> {
    const { lane, atOnce, lease } = this.duty;
    const free = atOnce - this.#inHand.size;
    if (free <= 0) return 0;
    const errands = await take(this.db, lane, free, lease);
    for (const errand of errands) this.#hold(this.#do(errand));
    return errands.length;
  }

  /** The bell rings when a hand is free again: there may be more. */
  #hold(work: Promise<void>): void {
    const held = work.finally(() => {
      this.#inHand.delete(held);
      this.bell.ring();
    });
    this.#inHand.add(held);
  }

  async #do(errand: Taken): Promise<void> {
    try {
      await this.duty.work(errand);
    } catch (error) {
      this.log.warn(
        { errand: errand.id, attempts: errand.attempts, err: error },
        'an errand failed, it is tried again',
      );
      await failed(this.db.pool, errand.id, nameOf(error)).catch((second: unknown) => {
        this.log.warn(
          { errand: errand.id, err: second },
          'could not note that; the errand is due when its lease ends',
        );
      });
    }
  }

  async #allDone(): Promise<void> {
    await Promise.all(this.#inHand);
  }
}
