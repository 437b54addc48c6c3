import { setTimeout as sleep } from 'node:timers/promises';

/** Asks `holds` every `every` ms until it says yes; answers false when `within` ms are over first or `signal` is aborted. */
export async function waitUntil(
  holds: () => boolean | Promise<boolean>,
  within: number,
  { every = 50, signal }: { every?: number; signal?: AbortSignal } = {},
): Promise<boolean> {
  const end = performance.now() + within;
  while (!signal?.aborted) {
    if (await holds()) return true;
    if (performance.now() >= end) return false;
    await sleep(every);
  }
  return false;
}
