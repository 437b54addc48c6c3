import { useTranslation } from 'react-i18next';
import { useAddress } from '../list/filter-bar.tsx';

const ends = ['from', 'until'] as const;

/** The days between which it was opened or closed, or something happened: both are in the address. */
export function Span() {
  const { t } = useTranslation('audit');
  const { search, set } = useAddress();
  return (
    <div className="audit-span" role="group" aria-label={t('span.label')}>
      {ends.map((end) => (
        <label key={end}>
          <span>{t(`span.${end}`)}</span>
          <input
            className="input"
            type="date"
            value={search.get(end) ?? ''}
            onChange={({ target }) => set({ [end]: target.value })}
          />
        </label>
      ))}
    </div>
  );
}
