import { App, ConfigProvider } from 'antd';
import enGB from 'antd/es/locale/en_GB';
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useLive } from '../api/live.ts';
import { isStaff, useSession } from '../api/session.ts';
import type { Session } from '../api/session.ts';
import { useArrival } from '../look/arrival.ts';
import { Trouble } from '../look/trouble.tsx';
import { AwayNote } from './account/away-note.tsx';
import { Bar } from './bar.tsx';
import { Nav } from './nav.tsx';
import { Outbox } from './patrol/outbox.tsx';
import './staff.css';
import { Keys } from './keys/keys.tsx';
import { theme } from './theme.ts';

/** What stands around every page of people at work; whoever is not signed in goes to the door first. */
export function StaffFrame() {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  const { data: session, error, refetch } = useSession();
  const isChinese = i18n.language === 'zh';
  useEffect(() => void dayjs.locale(isChinese ? 'zh-cn' : 'en'), [isChinese]);
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (session === undefined) return <p role="status">{t('state.loading')}</p>;
  if (session === null)
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  if (session.mustChangePassword && pathname !== '/account') return <Navigate to="/account" replace />;
  if (!isStaff(session) && !session.mustChangePassword) return <Navigate to="/" replace />;
  return (
    <ConfigProvider theme={theme} locale={isChinese ? zhCN : enGB} button={{ autoInsertSpace: false }}>
      <App component={false} message={{ top: 56 }}>
        <Frame session={session} />
      </App>
    </ConfigProvider>
  );
}

function Frame({ session }: { session: Session }) {
  const { t } = useTranslation();
  useLive();
  useArrival();
  return (
    <div className="staff">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Bar session={session} />
      {!session.mustChangePassword && <Nav session={session} />}
      <main id="content" tabIndex={-1}>
        <AwayNote session={session} />
        <Suspense fallback={<p role="status">{t('state.loading')}</p>}>
          <Outlet context={session} />
        </Suspense>
      </main>
      <Outbox session={session} />
      <Keys session={session} />
      <ScrollRestoration />
    </div>
  );
}
