import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statusOf } from '../../api/problem.ts';
import { useTitle } from '../../look/title.ts';
import { Trouble } from '../../look/trouble.tsx';
import { FilterBar, useAddress } from './filter-bar.tsx';
import type { Filter } from './filter-bar.tsx';
import { Table } from './table.tsx';
import type { Column } from './table.tsx';
import { usePieces } from './use-pieces.ts';
import type { Pieces, Source } from './use-pieces.ts';

type Props<T> = {
  title: string;
  source: Source<T>;
  columns: readonly Column<T>[];
  filters: readonly Filter[];
  keyOf: (row: T) => string;
  hrefOf: (row: T) => string;
  toneOf?: (row: T) => string | undefined;
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
  useTitle(title);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{title}</h1>
        {children}
      </div>
      {filters.length > 0 && <FilterBar filters={filters} />}
      <Rows {...props} pieces={pieces} isFiltered={search.size > 0} />
    </div>
  );
}

function Rows<T>({ pieces, isFiltered, ...props }: Props<T> & { pieces: Pieces<T>; isFiltered: boolean }) {
  const { t } = useTranslation(['staff', 'site']);
  const { rows, error, isLoading, again } = pieces;
  if (statusOf(error) === 403) return <p className="state">{t('site:state.noRight')}</p>;
  if (error !== null) return <Trouble error={error} onRetry={again} />;
  if (isLoading) return <Waiting />;
  if (rows.length === 0) return <p className="state">{isFiltered ? t('list.nothing') : props.empty}</p>;
  return (
    <>
      <Table {...props} rows={rows} label={props.title} />
      <More pieces={pieces} />
    </>
  );
}

function More<T>({ pieces: { rows, hasMore, isLoadingMore, more } }: { pieces: Pieces<T> }) {
  const { t } = useTranslation(['staff', 'site']);
  return (
    <p className="list-end">
      <span className="hint">{t('list.shown', { n: rows.length })}</span>
      {hasMore && (
        <button type="button" className="button" aria-disabled={isLoadingMore} onClick={more}>
          {isLoadingMore ? t('site:state.loading') : t('site:act.more')}
        </button>
      )}
    </p>
  );
}

/** Rows that are still to come, at their later height, so that nothing jumps. */
function Waiting() {
  const { t } = useTranslation(['staff', 'site']);
  return (
    <div className="waiting" role="status">
      <span className="unseen">{t('site:state.loading')}</span>
      {Array.from({ length: 8 }, (_, i) => (
        <div key={i} />
      ))}
    </div>
  );
}
