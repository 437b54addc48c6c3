import { useTranslation } from 'react-i18next';

/** What is still to come, at its later height: so many rows of a list, or a box that its class `as` or `height` (pixels) keeps. */
export function Waiting({ rows = 0, as, height }: { rows?: number; as?: string; height?: number }) {
  const { t } = useTranslation();
  return (
    <div className={as === undefined ? 'waiting' : `waiting ${as}`} role="status" style={{ height }}>
      <span className="unseen">{t('state.loading')}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} />
      ))}
    </div>
  );
}
