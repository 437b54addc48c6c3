import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { homeOf, isStaff, useSession } from '../api/session.ts';
import { useTitle } from '../look/title.ts';

/** The first page: two doors. People at work are taken to theirs. */
export function Home() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  useTitle(undefined);
  const person = session?.person ?? null;
  if (session && isStaff(session)) return <Navigate to={homeOf(session)} replace />;
  return (
    <>
      <h1>{t('home.title')}</h1>
      <div className="doors">
        <Door to="/report" title={t('home.report')} hint={t('home.reportHint')} />
        <Door to="/track" title={t('home.track')} hint={t('home.trackHint')} />
        <Door to="/visits" title={t('visits.title')} hint={t('visits.door')} />
        {person !== null && <Door to="/mine" title={t('home.mine')} hint={t('home.mineHint')} />}
      </div>
      <p className="hint">{t('home.steps')}</p>
    </>
  );
}

const Door = ({ to, title, hint }: { to: string; title: string; hint: string }) => (
  <Link className="door" to={to}>
    <strong>{title}</strong>
    <span>{hint}</span>
  </Link>
);
