import { useRef, useState } from 'react';

/** Rows as they are shown: those that left the list meanwhile stay until the reader has left them. */
export type Steady<T> = { rows: readonly T[]; gone: ReadonlySet<string>; fresh: number };

/**
 * Rows that keep their places while somebody works among them: what is known is shown anew where it stands, what left
 * stays and is marked, what came further down follows at the end, and what came in between is only counted.
 */
export function steady<T>(
  before: readonly T[] | undefined,
  latest: readonly T[],
  keyOf: (row: T) => string,
): Steady<T> {
  if (before === undefined) return { rows: latest, gone: new Set(), fresh: 0 };
  const now = new Map(latest.map((row) => [keyOf(row), row]));
  const known = new Set(before.map(keyOf));
  const lastKnown = latest.findLastIndex((row) => known.has(keyOf(row)));
  const isNew = (row: T) => !known.has(keyOf(row));
  return {
    rows: [...before.map((row) => now.get(keyOf(row)) ?? row), ...latest.slice(lastKnown + 1).filter(isNew)],
    gone: new Set(before.map(keyOf).filter((key) => !now.has(key))),
    fresh: latest.slice(0, lastKnown + 1).filter(isNew).length,
  };
}

type Held<T> = { version: string; latest: readonly T[]; shown: Steady<T> };

/**
 * The rows of a list that changes by itself. `version` names what is asked for: another one is shown as it comes.
 * `isHeld` says, when something changed, whether somebody is reading; `show` lets everything in at once.
 */
export function useSteady<T>(
  latest: readonly T[],
  keyOf: (row: T) => string,
  version: string,
  isHeld: () => boolean,
): Steady<T> & { show: () => void } {
  const held = useRef<Held<T>>(undefined);
  const [, setShown] = useState(0);
  const last = held.current;
  if (last === undefined || last.latest !== latest || last.version !== version) {
    const before = last?.version === version && isHeld() ? last.shown.rows : undefined;
    held.current = { version, latest, shown: steady(before, latest, keyOf) };
  }
  const show = () => {
    held.current = { version, latest, shown: steady(undefined, latest, keyOf) };
    setShown((n) => n + 1);
  };
  return { ...(held.current?.shown ?? steady(undefined, latest, keyOf)), show };
}
