import { useTranslation } from 'react-i18next';
import type { Pieces } from './use-pieces.ts';

/** What came while somebody was reading: it is let in when he wants it. Lies over the list and pushes nothing. */
export function Fresh({ n, onShow }: { n: number; onShow: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <div className="fresh" role="status">
      {n > 0 && (
        <button type="button" className="button primary" onClick={onShow}>
          {t('list.fresh', { n })}
        </button>
      )}
    </div>
  );
}

/** The way back to rows that were let go of, so that thousands do not lie about. */
export function Earlier<T>({ pieces: { hasEarlier, earlier } }: { pieces: Pieces<T> }) {
  const { t } = useTranslation('desk');
  if (!hasEarlier) return null;
  return (
    <p className="list-end">
      <button type="button" className="button" data-earlier onClick={earlier}>
        {t('list.earlier')}
      </button>
    </p>
  );
}

/** How many are shown, and more of them. */
export function More<T>({ pieces, n }: { pieces: Pieces<T>; n: number }) {
  const { t } = useTranslation(['staff', 'site']);
  const { hasMore, isLoadingMore, more } = pieces;
  return (
    <p className="list-end">
      <span className="hint">{t('list.shown', { n })}</span>
      {hasMore && (
        <button type="button" className="button" data-more aria-disabled={isLoadingMore} onClick={more}>
          {isLoadingMore ? t('site:state.loading') : t('site:act.more')}
        </button>
      )}
    </p>
  );
}
