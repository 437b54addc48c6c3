import { useTranslation } from 'react-i18next';
import type { Matter } from '../api/matters.ts';
import { useTime } from '../look/time.ts';
import { useName } from '../text/name.ts';

/** Where it stands now: why it waits, who has it, until when. */
export function Now({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const name = useName();
  const { status, step, ending, isPaused } = matter;
  const isOver = status === 'closed' && ending !== null;
  const code = isPaused ? 'suspended' : (step?.value ?? 'received');
  return (
    <section className="sheet now">
      <h2>
        {t('track.now')}：{isOver ? t('step.closed') : name('site', 'step', step?.value ?? 'received')}
      </h2>
      <p>{isOver ? name('site', 'ending', ending) : name('site', 'why', code)}</p>
      {!isOver && <Next matter={matter} />}
    </section>
  );
}

/** The next hand, by its office: people at work are not named here. */
function Next({ matter: { tasks } }: { matter: Matter }) {
  const { t } = useTranslation();
  const name = useName();
  const { at } = useTime();
  const open = tasks.filter(({ status, asks }) => status === 'open' && asks.role !== 'resident');
  if (open.length === 0) return null;
  return (
    <ul>
      {open.map(({ id, asks, title, dueAt }) => (
        <li key={id}>
          <strong>{asks.unit?.title ?? name('site', 'role', asks.role ?? '')}</strong> · {title}
          {dueAt !== null && (
            <span className="hint">
              {' '}
              {t('track.until')} {at(dueAt)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
