// The residents' pages: plain, large, phone first, without the heavy parts of the staff's console.
// Reporting, following with receipt and code or with an account, rating, taking back.
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { homeOf, useSession } from '../api/session.ts';
import { useSignOut } from '../api/sign-out.ts';
import { useArrival } from '../look/arrival.ts';
import { LanguageButton } from '../look/language.tsx';
import './resident.css';

/** What stands around every page of residents. */
export function ResidentFrame() {
  const { t } = useTranslation();
  useArrival();
  return (
    <div className="resident">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="top no-print">
        <Link className="brand" to="/">
          {t('name')}
        </Link>
        <nav aria-label={t('nav.label')}>
          <Link to="/report">{t('nav.report')}</Link>
          <Link to="/track">{t('nav.track')}</Link>
          <Link to="/visits">{t('nav.visits')}</Link>
          <Who />
          <LanguageButton />
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<p role="status">{t('state.loading')}</p>}>
          <Outlet />
        </Suspense>
      </main>
      <ScrollRestoration />
    </div>
  );
}

function Who() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const signOut = useSignOut();
  if (session === undefined || session === null || session.person === null)
    return <Link to="/sign-in">{t('home.staff')}</Link>;
  return (
    <>
      <Link className="own" to={homeOf(session)}>
        {session.person.title}
      </Link>
      <button type="button" className="quiet" onClick={() => void signOut()}>
        {t('act.signOut')}
      </button>
    </>
  );
}
