import { useTranslation } from 'react-i18next';
import type { Process } from '../../api/processes.ts';
import { useSession } from '../../api/session.ts';

/** How much the reader's own unit has taken on of what it may: where nothing more is offered, this says why. */
export function OwnLoad({ process: { desk, closedAt } }: { process: Process }) {
  const { t } = useTranslation('town');
  const { data: session } = useSession();
  const units = session?.posts.map(({ unit }) => unit?.id) ?? [];
  const own = desk.loads.find(({ unit }) => units.includes(unit.value));
  if (own === undefined || own.of === null || closedAt !== null) return null;
  const { unit, n, of } = own;
  return (
    <p className="own-load">
      <strong>{t('loads.own', { unit: unit.title, n, of })}</strong> {n >= of && t('loads.full')}
    </p>
  );
}
