import { useTranslation } from 'react-i18next';
import { statusOf } from '../../api/problem.ts';
import { Trouble } from '../../look/trouble.tsx';
import { Exports } from '../list/exports.tsx';
import { Rows } from '../list/rows.tsx';
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
export function Listed<T>({ query, isFiltered = false, actsAt, empty, ...props }: Props<T>) {
  const { t } = useTranslation(['staff', 'site']);
  const pieces = usePieces(props.source, query);
  const { rows, error, isLoading, again } = pieces;
  if (statusOf(error) === 403) return <p className="state">{t('site:state.noRight')}</p>;
  if (error !== null && rows.length === 0) return <Trouble error={error} onRetry={again} />;
  if (isLoading) return <Waiting />;
  const { exports: list } = props.source;
  return (
    <div className="listed">
      {list !== undefined && rows.length > 0 && (
        <div className="list-tools">
          <Exports list={list} title={props.title} wish={query.toString()} />
        </div>
      )}
      <Rows
        {...props}
        filters={[]}
        pieces={pieces}
        actsAt={actsAt && ((row: T) => actsAt(row, rows))}
        empty={isFiltered ? t('list.nothing') : empty}
      />
    </div>
  );
}

/** Rows that are still to come, at their later height. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status">
      <span className="unseen">{t('state.loading')}</span>
      {Array.from({ length: 6 }, (_, i) => (
        <div key={i} />
      ))}
    </div>
  );
}
