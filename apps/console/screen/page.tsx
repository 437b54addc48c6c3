// The screen on a wall: what is happening now, in sums, for whoever passes.
// It turns through its views by itself, and shows no case and no person.
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { statusOf } from '../api/problem.ts';
import { isStaff, useSession } from '../api/session.ts';
import { useTitle } from '../look/title.ts';
import { Trouble } from '../look/trouble.tsx';
import { addStaffTexts } from '../text/staff.ts';
import { useBoard } from './board.ts';
import type { Board } from './board.ts';
import { Head } from './head.tsx';
import './screen.css';
import { useTurning } from './turning.ts';
import type { ViewName } from './turning.ts';
import { Days } from './views/days.tsx';
import { Now } from './views/now.tsx';
import { Parts } from './views/parts.tsx';

addStaffTexts();

/** For whoever oversees; anybody else is sent to the door. */
export function Screen() {
  const { t } = useTranslation();
  const { data: session, error } = useSession();
  if (error !== null) return <Trouble error={error} />;
  if (session === undefined) return <p role="status">{t('state.loading')}</p>;
  if (session === null) return <Navigate to={`/sign-in?to=${encodeURIComponent('/screen')}`} replace />;
  return isStaff(session) ? <Wall /> : <Navigate to="/" replace />;
}

function Wall() {
  const { t } = useTranslation(['charts', 'staff', 'site']);
  const { data: board, error, refetch } = useBoard();
  const turning = useTurning();
  useTitle(t('staff:nav.screen'));
  return (
    <div className="screen">
      <Head board={board} turning={turning} />
      <main id="content" aria-live="off">
        {error !== null && statusOf(error) === 403 && <p>{t('site:state.noRight')}</p>}
        {error !== null && statusOf(error) !== 403 && (
          <Trouble error={error} onRetry={() => void refetch()} />
        )}
        {board === undefined && error === null && <p role="status">{t('site:state.loading')}</p>}
        {board && <View name={turning.view} board={board} />}
      </main>
      <footer>
        <span>{t('screen.hidden', { n: board?.smallest ?? 3 })}</span>
        <span className="screen-keys">{t('screen.keys')}</span>
      </footer>
    </div>
  );
}

function View({ name, board }: { name: ViewName; board: Board }) {
  const { t } = useTranslation('charts');
  if (name === 'now') return <Now board={board} />;
  if (name === 'days') return <Days board={board} />;
  return <Parts title={t(`screen.view.${name}`)} parts={name === 'places' ? board.places : board.units} />;
}
