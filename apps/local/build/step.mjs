import { performance } from 'node:perf_hooks';

/** @typedef {(line: string) => void} Say */

/** How often a long step says that it goes on, in ms. */
const every = 10_000;

/**
 * Runs one piece of work and says how long it took; while it is long, it says every ten seconds that it goes on.
 * @template T
 * @param {string} title what is done, as "installing the packages"
 * @param {Say} say
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, say, work) {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  say(`  ${title} …`);
  const ticker = setInterval(() => say(`    still ${title}, ${seconds()}`), every);
  try {
    const result = await work();
    say(`  ${title}: done, ${seconds()}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
