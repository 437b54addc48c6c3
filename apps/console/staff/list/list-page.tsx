import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTitle } from '../../look/title.ts';
import { Density, isCompact } from './density.tsx';
import { Exports } from './exports.tsx';
import { FilterBar, useAddress } from './filter-bar.tsx';
import type { Filter } from './filter-bar.tsx';
import { Shown } from './shown.tsx';
import type { Column } from './table.tsx';
import { usePieces, wishOf } from './use-pieces.ts';
import type { Source } from './use-pieces.ts';
import { Views } from './views.tsx';
import './list.css';

export type Props<T> = {
  title: string;
  source: Source<T>;
  columns: readonly Column<T>[];
  filters: readonly Filter[];
  keyOf: (row: T) => string;
  hrefOf: (row: T) => string;
  toneOf?: (row: T) => string | undefined;
  /** The resource that says what may be done with a row: then it has acts, and several can be done together. */
  actsAt?: (row: T) => string | undefined;
  /** What a row is called where it stands alone; needed for acts. */
  titleOf?: (row: T) => string;
  /** What the page of a row is told of where one came from. */
  state?: unknown;
  /** What happens besides, when a row is opened. */
  onOpen?: (row: T) => void;
  /** What to say when there is nothing, and nothing is filtered away. */
  empty: string;
  /** Above the table: counts, buttons. */
  children?: ReactNode;
};

/** A page that is a list: filters in the address, rows that open something, and every state of waiting and failing. */
export function ListPage<T>(props: Props<T>) {
  const { title, source, filters, children } = props;
  const { search } = useAddress();
  const pieces = usePieces(source, search);
  const [isDense, setDense] = useState(isCompact);
  useTitle(title);
  return (
    <div className="page" data-list={source.name} data-compact={isDense || undefined}>
      <div className="page-head">
        <h1>{title}</h1>
        {children}
        <Density isOn={isDense} onTurn={setDense} />
      </div>
      <div className="list-tools">
        {filters.length > 0 && <FilterBar filters={filters} />}
        <Views list={source.name} />
        {source.exports !== undefined && (
          <Exports list={source.exports} title={title} wish={wishOf(source, search)} />
        )}
      </div>
      <Shown {...props} pieces={pieces} most={8} isFiltered={filters.some(({ name }) => search.has(name))} />
    </div>
  );
}
