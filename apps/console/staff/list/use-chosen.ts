import { useRef, useState } from 'react';

/** Which rows are chosen to be done together. */
export type Chosen = {
  keys: ReadonlySet<string>;
  /** Chooses one or lets it go; with the order of all rows it is done to everything since the last one. */
  toggle: (key: string, order?: readonly string[]) => void;
  /** Chooses all of them; once more lets all go. */
  all: (keys: readonly string[]) => void;
  clear: () => void;
  titleOf: (key: string) => string;
};

/** What a range from the last chosen row to this one holds; the row alone where there was none. */
export function rangeOf(order: readonly string[], from: string | undefined, to: string): readonly string[] {
  const [a, b] = [from === undefined ? -1 : order.indexOf(from), order.indexOf(to)];
  return a === -1 || b === -1 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** The rows chosen in a list; `titleOf` says what a row is called. */
export function useChosen(titleOf: (key: string) => string): Chosen {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);

  function toggle(key: string, order?: readonly string[]) {
    const range = order === undefined ? [key] : rangeOf(order, last.current, key);
    last.current = key;
    setKeys((before) => {
      const isIn = before.has(key);
      const rest = [...before].filter((one) => !range.includes(one));
      return new Set(isIn ? rest : [...rest, ...range]);
    });
  }

  function all(list: readonly string[]) {
    setKeys((before) => (list.every((key) => before.has(key)) ? new Set() : new Set(list)));
  }

  return { keys, toggle, all, clear: () => setKeys(new Set()), titleOf };
}
