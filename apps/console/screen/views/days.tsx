import { useTranslation } from 'react-i18next';
import type { Board } from '../board.ts';

/** The last fourteen days, what repeats, and what stands on this quarter's lists. */
export function Days({ board }: { board: Board }) {
  const { t } = useTranslation('charts');
  const few = (n: number | null) => (n === null ? '1–2' : n);
  return (
    <div className="wall-days">
      <section>
        <h2>{t('screen.days')}</h2>
        <Columns days={board.days} />
      </section>
      <section>
        <h2>{t('screen.repeated')}</h2>
        {board.repeated.length === 0 && <p>{t('screen.nothingRepeats')}</p>}
        <ul className="wall-lines">
          {board.repeated.map(({ of, n, before }) => (
            <li key={of.value}>
              <span>{of.title}</span> <b>{n}</b> <small>{t('screen.before', { n: few(before) })}</small>
            </li>
          ))}
        </ul>
      </section>
      {board.quarter.length > 0 && (
        <section>
          <h2>{t('screen.quarter')}</h2>
          <ul className="wall-lines">
            {board.quarter.map(({ process, kind, n, done }) => (
              <li key={`${process.value} ${kind.value}`}>
                <span>
                  {process.title} · {kind.title}
                </span>{' '}
                <b>{n}</b> <small>{t('screen.done', { n: done })}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Two columns a day, with their numbers above them: received full, closed hatched. */
function Columns({ days }: { days: Board['days'] }) {
  const { t } = useTranslation('charts');
  const most = Math.max(1, ...days.flatMap(({ received, closed }) => [received, closed]));
  const column = (name: 'received' | 'closed', n: number) => (
    <span className={`column ${name}`}>
      <small>{n === 0 ? '' : n}</small>
      <i style={{ height: `${(n / most) * 80}%` }} />
    </span>
  );
  return (
    <>
      <ol className="wall-columns" aria-label={t('screen.days')}>
        {days.map(({ day, received, closed }) => (
          <li key={day} aria-label={t('screen.daySaid', { day, received, closed })}>
            <div aria-hidden>
              {column('received', received)}
              {column('closed', closed)}
            </div>
            <span aria-hidden>{`${Number(day.slice(5, 7))}-${day.slice(8)}`}</span>
          </li>
        ))}
      </ol>
      <p className="wall-key">
        <i className="received" aria-hidden /> {t('trend.received')} <i className="closed" aria-hidden />{' '}
        {t('trend.closed')}
      </p>
    </>
  );
}
