/** Milliseconds of several tries. */
export type Sample = { p50: number; p95: number };

/** The value below which that share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const sampleOf = (took: readonly number[]): Sample => ({
  p50: quantile(took, 0.5),
  p95: quantile(took, 0.95),
});

/** Does something so many times after once that does not count, one after the other. */
export async function sample(times: number, work: () => Promise<unknown>): Promise<Sample> {
  await work();
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return sampleOf(took);
}

/** With which power of the size the time grows: 0 not at all, 1 as the size does. */
export const growth = (sizes: readonly [number, number], times: readonly [number, number]): number =>
  Math.log(times[1] / times[0]) / Math.log(sizes[1] / sizes[0]);
