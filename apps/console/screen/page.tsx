// The screen on a wall: what is happening now, in sums, for whoever passes.
// It turns through its views by itself, and shows no case and no person.
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { isStaff, useSession } from '../api/session.ts';
import { useTitle } from '../look/title.ts';
import { Trouble } from '../look/trouble.tsx';
import { When } from '../look/when.tsx';
import { useBoard } from './board.ts';
import type { Board } from './board.ts';
import { Head } from './head.tsx';
import './screen.css';
import { useTurning } from './turning.ts';
import type { ViewName } from './turning.ts';
import { Days } from './views/days.tsx';
import { Now } from './views/now.tsx';
import { Parts } from './views/parts.tsx';

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
  const asked = useBoard();
  const { data: board } = asked;
  const turning = useTurning();
  useTitle(t('staff:nav.screen'));
  return (
    <div className="screen">
      <Head board={board} turning={turning} />
      <main id="content" aria-live="off">
        <When asked={asked} waiting={<p role="status">{t('site:state.loading')}</p>}>
          {(read) => <View name={turning.view} board={read} />}
        </When>
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
