import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { pageOf } from '../api/action.ts';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { useLive } from '../api/live.ts';
import { MatterLine } from '../api/matters.ts';
import { statusOf } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { useTime } from '../look/time.ts';
import { useTitle } from '../look/title.ts';
import { Trouble } from '../look/trouble.tsx';
import { useName } from '../text/name.ts';
import { Bookings } from './bookings.tsx';
import { Tracked } from './tracked.tsx';
import { Waiting } from './waiting.tsx';

/** What somebody with an account is asked for, has reported, and has booked. */
export function Mine() {
  const { t } = useTranslation();
  const ask = useAsk();
  useTitle(t('mine.title'));
  useLive();
  const me = useSession().data?.person?.id;
  const { data, error, refetch } = useQuery({
    queryKey: ['matters', 'mine'],
    queryFn: ({ signal }) => ask(pageOf(MatterLine), at('matters?limit=100'), { signal }),
  });
  if (statusOf(error) === 401) return <Navigate to="/sign-in?to=/mine" replace />;
  return (
    <>
      <h1>{t('mine.title')}</h1>
      {error !== null && <Trouble error={error} onRetry={() => void refetch()} />}
      <Waiting own={new Set(data?.items.map(({ id }) => id))} />
      <section className="list" aria-labelledby="reports">
        <h2 id="reports">{t('mine.reports')}</h2>
        {data?.items.length === 0 && <Empty />}
        {data?.items.map((matter) => (
          <Line key={matter.id} matter={matter} />
        ))}
      </section>
      {me !== undefined && <Bookings person={me} />}
    </>
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <p className="sheet">
      {t('mine.empty')} <Link to="/report">{t('home.report')}</Link>
    </p>
  );
}

function Line({
  matter: { id, kind, place, step, status, ending, openedAt, receipt },
}: {
  matter: MatterLine;
}) {
  const name = useName();
  const { at: written } = useTime();
  const isOver = status === 'closed' && ending !== null;
  const stands = isOver ? name('site', 'ending', ending) : name('site', 'step', step?.value ?? 'received');
  return (
    <Link className="door" to={`/mine/${id}`}>
      <strong>{kind.title}</strong>
      <span>
        {place.title} · {stands}
      </span>
      <span className="hint">
        {written(openedAt, 'short')} · {receipt}
      </span>
    </Link>
  );
}

/** One of them. */
export function MyMatter() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  useTitle(t('track.title'));
  useLive();
  return <Tracked id={id} />;
}
