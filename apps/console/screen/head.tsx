import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTime } from '../look/time.ts';
import type { Board } from './board.ts';
import { views } from './turning.ts';
import type { Turning } from './turning.ts';

/** Whose numbers, what time it is, which view stands, and how to hold it. */
export function Head({ board, turning }: { board: Board | undefined; turning: Turning }) {
  const { t } = useTranslation('charts');
  const { view, isPaused, show, pause } = turning;
  return (
    <header>
      <h1>{t('screen.title', { place: board?.place ?? '' })}</h1>
      <Clock />
      <nav aria-label={t('screen.views')}>
        {views.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={name === view ? 'page' : undefined}
            onClick={() => show(name)}
          >
            {t(`screen.view.${name}`)}
          </button>
        ))}
        <button type="button" aria-pressed={isPaused} onClick={pause}>
          {isPaused ? `▶ ${t('screen.turn')}` : `‖ ${t('screen.hold')}`}
        </button>
        <Link to="/trends">{t('screen.back')}</Link>
      </nav>
    </header>
  );
}

const MINUTE = 60_000;

function Clock() {
  const { at } = useTime();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setTimeout(() => setNow(Date.now()), MINUTE - (now % MINUTE));
    return () => window.clearTimeout(timer);
  }, [now]);
  return <time>{at(new Date(now).toISOString(), 'meeting')}</time>;
}
