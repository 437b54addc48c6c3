import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { pageOf } from '../api/action.ts';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import { useLive } from '../api/live.ts';
import { MatterLine } from '../api/matters.ts';
import { statusOf } from '../api/problem.ts';
import { useTime } from '../look/time.ts';
import { useTitle } from '../look/title.ts';
import { Trouble } from '../look/trouble.tsx';
import { useName } from '../text/name.ts';
import { Tracked } from './tracked.tsx';

/** What somebody reported with the account they are signed in with. */
export function Mine() {
  const { t } = useTranslation();
  const ask = useAsk();
  useTitle(t('mine.title'));
  useLive();
  const { data, error, refetch } = useQuery({
    queryKey: ['matters', 'mine'],
    queryFn: ({ signal }) => ask(pageOf(MatterLine), at('matters?limit=100'), { signal }),
  });
  if (statusOf(error) === 401) return <Navigate to="/sign-in?to=/mine" replace />;
  return (
    <>
      <h1>{t('mine.title')}</h1>
      {error !== null && <Trouble error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="sheet">{t('mine.empty')}</p>}
      {data?.items.map((matter) => (
        <Line key={matter.id} matter={matter} />
      ))}
    </>
  );
}

function Line({ matter: { id, kind, place, step, status, openedAt, receipt } }: { matter: MatterLine }) {
  const name = useName();
  const { at: written } = useTime();
  return (
    <Link className="door" to={`/mine/${id}`}>
      <strong>{kind.title}</strong>
      <span>
        {place.title} · {name('site', 'step', status === 'closed' ? 'closed' : (step?.value ?? 'received'))}
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
