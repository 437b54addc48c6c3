import { useTranslation } from 'react-i18next';
import type { MatterTask } from '../../api/matters.ts';

/** In whose hands a task is, and who handed it to him. */
export function Holder({ of: { heldBy, givenBy } }: { of: MatterTask }) {
  const { t } = useTranslation('matter');
  if (heldBy === null) return <span className="hint">{t('unclaimed')}</span>;
  return (
    <span className="hint">
      {t('heldBy')}: {heldBy.title}
      {givenBy != null && ` ${t('givenBy', { name: givenBy.title })}`}
    </span>
  );
}
