/** Does the work for every item, so many at a time at most, in their order. */
export async function inTurns<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Map<T, R>();
  const waiting = [...items];
  const walk = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
      results.set(item, await work(item));
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, walk));
  return items.flatMap((item) => results.get(item) ?? []);
}
