// A pack as a tree of values, however little of it is known to be right.

/** One value of a pack and the keys that lead to it; a key may have dots in it. */
export interface Leaf {
  keys: readonly string[];
  value: unknown;
}

export function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a mapping; anything else has none. */
export function entriesOf(value: unknown): Readonly<Record<string, unknown>> {
  const entries: [string, unknown][] = isMapping(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries);
}

/** Every value below, depth first. A list is one value, and so is an empty mapping. */
export function leavesOf(value: unknown, keys: readonly string[] = []): Leaf[] {
  const inner = Object.entries(entriesOf(value)).filter(([, one]) => one !== undefined);
  if (inner.length === 0) return [{ keys, value }];
  return inner.flatMap(([key, one]) => leavesOf(one, [...keys, key]));
}

/** The value that keys lead to; undefined when there is none. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((node, key) => {
    const entries = entriesOf(node);
    return Object.hasOwn(entries, key) ? entries[key] : undefined;
  }, value);
}

/** One text for one value, whatever the order of its keys. */
export function plainText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainText).join(',')}]`;
  if (!isMapping(value)) return JSON.stringify(value) ?? 'undefined';
  const entries = Object.entries(entriesOf(value)).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${plainText(one)}`).join(',')}}`;
}
