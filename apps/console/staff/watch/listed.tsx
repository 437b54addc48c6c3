import { Exports } from '../list/exports.tsx';
import { Shown } from '../list/shown.tsx';
import type { Column } from '../list/table.tsx';
import { usePieces } from '../list/use-pieces.ts';
import type { Source } from '../list/use-pieces.ts';
import '../list/list.css';

type Props<T> = {
  title: string;
  source: Source<T>;
  query: URLSearchParams;
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  hrefOf: (row: T) => string;
  titleOf?: (row: T) => string;
  toneOf?: (row: T) => string | undefined;
  /** The resource that says what may be done with a row; it knows the others, so that nothing is done twice. */
  actsAt?: (row: T, among: readonly T[]) => string | undefined;
  empty: string;
  isFiltered?: boolean;
};

/** A list that is not the whole page. */
export function Listed<T>({ query, isFiltered = false, actsAt, ...props }: Props<T>) {
  const pieces = usePieces(props.source, query);
  const { rows } = pieces;
  const { exports: list } = props.source;
  return (
    <div className="listed">
      {list !== undefined && rows.length > 0 && (
        <div className="list-tools">
          <Exports list={list} title={props.title} wish={query.toString()} />
        </div>
      )}
      <Shown
        {...props}
        filters={[]}
        pieces={pieces}
        most={6}
        isFiltered={isFiltered}
        actsAt={actsAt && ((row: T) => actsAt(row, rows))}
      />
    </div>
  );
}
