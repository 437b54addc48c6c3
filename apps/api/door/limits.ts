import { Reflector } from '@nestjs/core';
import { TooOften } from '../refusal.ts';

/**
 * So many requests in so many seconds, counted for a caller's address or for a signed-in person. `strangersOnly`: whoever
 * is signed in is not counted.
 */
export type Limit = { times: number; seconds: number; strangersOnly?: boolean };

/** Declares a narrower limit on a route than the one that holds everywhere. */
export const Limited = Reflector.createDecorator<Limit>();

/** What holds on every route, for one address or one person. */
export const everywhere: Limit = { times: 1_200, seconds: 60 };

type Count = { from: number; taken: number };

/**
 * Counts in windows of time, in memory: a limit against guessing and floods, not a ledger. Forgets the oldest when it
 * knows too many callers, so that it cannot be filled up.
 */
export class Allowance {
  readonly #counts = new Map<string, Count>();

  constructor(
    private readonly factor = 1,
    private readonly most = 50_000,
  ) {}

  /** Takes one; throws TooOften with the seconds until the window ends. `now` in milliseconds. */
  take(key: string, { times, seconds }: Limit, now: number): void {
    const count = this.#current(key, seconds * 1_000, now);
    count.taken += 1;
    if (count.taken <= times * this.factor) return;
    throw new TooOften('too-often', Math.ceil((count.from + seconds * 1_000 - now) / 1_000));
  }

  #current(key: string, window: number, now: number): Count {
    const known = this.#counts.get(key);
    if (known !== undefined && now - known.from < window) return known;
    this.#counts.delete(key);
    if (this.#counts.size >= this.most) this.#forgetOldest();
    const fresh = { from: now, taken: 0 };
    this.#counts.set(key, fresh);
    return fresh;
  }

  #forgetOldest(): void {
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined) this.#counts.delete(oldest);
  }
}
