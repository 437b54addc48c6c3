import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '../../api/session.ts';
import { useTime } from '../../look/time.ts';
import './account.css';

/** Whoever is away and comes nevertheless is told so, and by whom it was set: new tasks go to others meanwhile. */
export function AwayNote({ session: { away } }: { session: Session }) {
  const { t } = useTranslation('staff');
  const { at } = useTime();
  if (away == null) return null;
  const until = at(away.until);
  return (
    <p className="away-note no-print" role="status">
      <span className="lamp blue" aria-hidden>
        ▲
      </span>{' '}
      {away.by === null ? t('away.now', { until }) : t('away.setBy', { until, name: away.by })}{' '}
      <Link to="/account">{t('away.change')}</Link>
    </p>
  );
}
