const every = 10_000;

/** Tells people what is being done. */
export type Say = (line: string) => void;

/** Runs one piece of work and says how long it took; while it is long, it says every ten seconds that it goes on. */
export async function step<T>(title: string, say: Say, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const ticker = setInterval(() => say(`    still ${title}, ${seconds()}`), every);
  try {
    const result = await work();
    say(`  ${title}: done, ${seconds()}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
