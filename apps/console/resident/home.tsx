import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { homeOf, isStaff, useSession } from '../api/session.ts';
import { useTitle } from '../look/title.ts';
import { useWaiting } from './use-waiting.ts';

/** The first page: report, track, visits. People at work are taken to theirs. */
export function Home() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  useTitle(undefined);
  const person = session?.person ?? null;
  if (session && isStaff(session)) return <Navigate to={homeOf(session)} replace />;
  return (
    <>
      <h1>{t('home.title')}</h1>
      {person !== null && <Own />}
      <div className="doors">
        <Door to="/report" title={t('home.report')} hint={t('home.reportHint')} isFirst />
        <Door to="/track" title={t('home.track')} hint={t('home.trackHint')} />
        <Door to="/visits" title={t('visits.title')} hint={t('visits.door')} />
      </div>
      <p className="hint">{t('home.steps')}</p>
    </>
  );
}

/** Somebody with an account: what waits for them comes first. */
function Own() {
  const { t } = useTranslation();
  const n = useWaiting().data?.items.length ?? 0;
  const hint = n === 0 ? t('home.mineHint') : t('mine.waiting', { n });
  return <Door to="/mine" title={t('home.mine')} hint={hint} />;
}

type DoorProps = { to: string; title: string; hint: string; isFirst?: boolean };

const Door = ({ to, title, hint, isFirst = false }: DoorProps) => (
  <Link className={isFirst ? 'door first' : 'door'} to={to}>
    <strong>{title}</strong>
    <span>{hint}</span>
  </Link>
);
