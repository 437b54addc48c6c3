import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { Act } from './act.tsx';
import type { Visit } from './visit.ts';

/** What somebody with an account has booked for this visit, and what may be done about it. */
export function OwnBookings({ visit: { items, actions } }: { visit: Visit }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const me = session?.person?.id;
  const own = items.filter(({ person, closedAt }) => closedAt === null && person?.value === me);
  if (me === undefined || own.length === 0) return null;
  return (
    <section className="sheet now">
      <h2>✓ {t('visits.booked')}</h2>
      <p>{t('visits.bookedHint')}</p>
      {own.map(({ id, facts: { words } }) => (
        <div key={id} className="own">
          <p className="said">{typeof words === 'string' ? words : ''}</p>
          {actions
            .filter(({ item }) => item === id)
            .map((action) => (
              <details key={action.href}>
                <summary>{action.title}</summary>
                <Act action={action} />
              </details>
            ))}
        </div>
      ))}
    </section>
  );
}
