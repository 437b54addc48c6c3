import { useTranslation } from 'react-i18next';
import type { Matter } from '../api/matters.ts';
import { useTime } from '../look/time.ts';
import { useName } from '../text/name.ts';
import type { Standing, Wait } from './standing.ts';

type Props = { matter: Matter; standing: Standing };

/** Where it stands now: what is being done, why it waits, who has it, until when. */
export function Now({ matter, standing }: Props) {
  const { t } = useTranslation();
  const name = useName();
  const { ending, step, waits, next } = standing;
  if (ending !== null)
    return (
      <section className="sheet now">
        <h2>{t('track.now', { what: t('step.closed') })}</h2>
        <Followed standing={standing} />
        <p>{name('site', 'ending', endingOf(matter, ending))}</p>
      </section>
    );
  const code = step?.value ?? 'received';
  return (
    <section className="sheet now">
      <h2>{t('track.now', { what: name('site', 'step', code) })}</h2>
      <Followed standing={standing} />
      <p>{name('site', 'why', isSuspended(standing) ? 'suspended' : code)}</p>
      <Waits waits={waits} />
      <Next next={next} />
    </section>
  );
}

const isSuspended = ({ waits }: Standing): boolean => waits.some(({ why }) => why === 'suspended');

/** A merged one has ended when the earlier one has; every other in its own way. */
const endingOf = (matter: Matter, ending: string): string =>
  matter.ending === null || matter.ending === 'merged' ? ending : matter.ending;

function Followed({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  return standing.isFollowing ? <p>{t('nearby.following')}</p> : null;
}

/** Why it takes longer than it should have, in plain words. */
function Waits({ waits }: { waits: readonly Wait[] }) {
  const { t } = useTranslation();
  const name = useName();
  const { at, until } = useTime();
  if (waits.length === 0) return null;
  return (
    <ul className="waits">
      {waits.map(({ why, at: moment, unit, reviewOn, dueAt }) => (
        <li key={moment + why}>
          <span className="hint">{at(moment, 'short')}</span>{' '}
          {name('site', 'wait', why, { unit: unit?.title ?? t('track.office') })}
          {reviewOn !== null && ` ${t('track.review', { day: at(reviewOn, 'day') })}`}
          {dueAt !== null && ` ${t('track.putOff', { day: until(dueAt) })}`}
        </li>
      ))}
    </ul>
  );
}

/** The next hand, by its office: people at work are not named here. */
function Next({ next }: { next: Standing['next'] }) {
  const { t } = useTranslation();
  const name = useName();
  const { until } = useTime();
  if (next.length === 0) return null;
  return (
    <div>
      <h3>{t('track.next')}</h3>
      <ul>
        {next.map(({ unit, role, title, dueAt, isOverdue }) => (
          <li key={`${unit?.value ?? role} ${title}`}>
            <strong>{unit?.title ?? name('site', 'role', role ?? '')}</strong> · {title}
            {dueAt !== null && (
              <span className="hint">
                {' '}
                {t('track.until')} {until(dueAt)}
              </span>
            )}
            {isOverdue && <span className="fault"> {t('track.overdue')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
