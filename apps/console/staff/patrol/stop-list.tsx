import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lightOf, toneOf } from '../../look/light.ts';
import { useTime } from '../../look/time.ts';
import { Waiting } from '../../look/waiting.tsx';
import { Failed } from '../../look/when.tsx';
import { TimeLeft } from '../time-left.tsx';
import type { Read } from './kept.ts';
import type { Stop } from './to-visit.ts';
import type { Unsent } from './unsent.ts';

type Props = {
  stops: readonly Stop[] | undefined;
  unsent: readonly Unsent[];
  reads: readonly Read<unknown>[];
};

/** Where to go, the least time left first; one tap opens it. */
export function StopList({ stops, unsent, reads }: Props) {
  const { t } = useTranslation('patrol');
  const failed = reads.find(({ error }) => error !== null);
  if (failed !== undefined) return <Failed error={failed.error} onRetry={failed.refetch} />;
  if (stops === undefined) return <Waiting rows={4} as="patrol-waiting" />;
  if (stops.length === 0) return <p className="state">{t('visit.empty')}</p>;
  const waiting = new Set(unsent.map(({ page }) => page));
  return (
    <ul className="patrol-list" aria-label={t('view.visit')}>
      {stops.map((stop) => (
        <li key={stop.id} className={toneOf(lightOf(stop))}>
          <StopLine stop={stop} isWaiting={waiting.has(stop.to)} />
        </li>
      ))}
    </ul>
  );
}

function StopLine({ stop, isWaiting }: { stop: Stop; isWaiting: boolean }) {
  const { t } = useTranslation('patrol');
  const { spoken } = useTime();
  const { to, place, what, why, isMine } = stop;
  return (
    <Link to={to}>
      <b>{place}</b>
      <span>{spoken(what)}</span>
      <span className="patrol-note">
        <TimeLeft of={stop} isShort />
        <span className="hint">{isMine ? t('visit.mine', { why }) : why}</span>
        {isWaiting && <span className="tag mark">{t('state.waiting')}</span>}
      </span>
    </Link>
  );
}
