import { useTranslation } from 'react-i18next';
import type { MatterTask } from '../../api/matters.ts';

/** In whose hands a task is, and who handed it to him; what asks for one person by name nobody claims. */
export function Holder({ of: { asks, heldBy, givenBy } }: { of: MatterTask }) {
  const { t } = useTranslation('matter');
  if (heldBy === null && asks.person !== null)
    return <span className="hint">{t('named', { name: asks.person.title })}</span>;
  if (heldBy === null) return <span className="hint">{t('unclaimed')}</span>;
  return (
    <span className="hint">
      {t('heldBy')}: {heldBy.title}
      {givenBy != null && ` ${t('givenBy', { name: givenBy.title })}`}
    </span>
  );
}
