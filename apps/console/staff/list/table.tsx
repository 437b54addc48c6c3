import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Row } from './row.tsx';
import type { Chosen } from './use-chosen.ts';

/** One column: its heading, and what of a row stands in it. `isMain` is the one that opens the row, or just its name. */
export type Column<T> = {
  name: string;
  title: string;
  show: (row: T) => ReactNode;
  /** A second, smaller line. */
  note?: (row: T) => ReactNode;
  isMain?: boolean;
  /** Never broken into lines. */
  isTight?: boolean;
  /** Stays in sight at the right when the table is wider than the window. */
  isPinned?: boolean;
  /** Left out on a phone, where the whole row opens it. */
  isForDesk?: boolean;
};

/** What somebody wants of a row by a key, or of one act of it by its name. */
export const Wish = z.union([
  z.enum(['first', 'claim', 'peek', 'pick', 'range']),
  z.templateLiteral(['act ', z.string()]),
]);
export type Wish = z.infer<typeof Wish>;

export type Props<T> = {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** Without it rows open nothing. */
  hrefOf?: (row: T) => string;
  /** What the opened page is told of where one came from. */
  state?: unknown;
  onOpen?: (row: T) => void;
  /** Marks rows that want attention. */
  toneOf?: (row: T) => string | undefined;
  /** Left the list while somebody was reading it. */
  gone?: ReadonlySet<string>;
  /** Rows can be chosen. */
  chosen?: Chosen;
  /** What may be done with a row stands at its right. */
  acts?: (row: T, isWarm: boolean) => ReactNode;
  /** The resource that says so. */
  actsAt?: (row: T) => string | undefined;
  onWish?: (key: string, wish: Wish) => void;
};

/** The event by which a key asks something of the row that has the focus. */
export const WISH = 'minqing:wish';

/** A table that becomes a list of cards on a phone; its rows are walked through with J and K. */
export function Table<T>(props: Props<T>) {
  const { t } = useTranslation('desk');
  const { label, columns, rows, keyOf, chosen, acts, onWish } = props;
  const box = useWishes(onWish);
  const keys = rows.map(keyOf);
  return (
    <div className="table-box" role="region" aria-label={label} tabIndex={0} ref={box}>
      <table className="table" data-walk>
        <thead>
          <tr>
            {chosen !== undefined && (
              <th scope="col" className="pick">
                <input
                  type="checkbox"
                  data-pick-all
                  aria-label={t('pick.all')}
                  checked={keys.length > 0 && keys.every((key) => chosen.keys.has(key))}
                  onChange={() => chosen.all(keys)}
                />
              </th>
            )}
            {columns.map(({ name, title, isPinned }) => (
              <th key={name} scope="col" className={isPinned ? 'pinned' : ''}>
                {title}
              </th>
            ))}
            {acts !== undefined && (
              <th scope="col" className="pinned acts">
                {t('acts.title')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row key={keys[i]} row={row} id={keys[i] ?? ''} order={keys} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Hears what keys want of the row in focus. */
function useWishes(onWish: Props<unknown>['onWish']) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(onWish);
  useEffect(() => void (latest.current = onWish));
  useEffect(() => {
    const hear = (event: Event) => {
      const key = event.target instanceof HTMLElement ? event.target.dataset['key'] : undefined;
      const wish = event instanceof CustomEvent ? Wish.safeParse(event.detail).data : undefined;
      if (key !== undefined && wish !== undefined) latest.current?.(key, wish);
    };
    const element = box.current;
    element?.addEventListener(WISH, hear);
    return () => element?.removeEventListener(WISH, hear);
  }, []);
  return box;
}
