import { useTranslation } from 'react-i18next';

/** What is done with the chosen rows: at the foot of the window, in sight wherever one reads. */
export function ChosenBar({ n, onDo, onClear }: { n: number; onDo: () => void; onClear: () => void }) {
  const { t } = useTranslation('desk');
  if (n === 0) return null;
  return (
    <div className="chosen-bar" role="group" aria-label={t('pick.chosen', { n })}>
      <strong>{t('pick.chosen', { n })}</strong>
      <button type="button" className="button primary" data-batch onClick={onDo}>
        {t('pick.do', { n })}
      </button>
      <button type="button" className="button" onClick={onClear}>
        {t('pick.clear')}
      </button>
    </div>
  );
}
