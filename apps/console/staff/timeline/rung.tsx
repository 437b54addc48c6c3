import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import type { Clock } from './read.ts';

type Rung = Clock['rungs'][number];

const deeds = ['reminder', 'yellow', 'red', 'letter'] as const;

/** The shapes are those of the lamps; a letter has one of its own. */
export const shapes = { reminder: '▲', yellow: '■', red: '◆', letter: '◈' } as const;

/** A rung on a bar: full when it was carried out, hollow when overtaken or still to come. */
export function RungMark({ rung: { does, at, state }, x, y }: { rung: Rung; x: number; y: number }) {
  const { t } = useTranslation(['charts', 'term']);
  const { at: written } = useTime();
  if (does === null) return null;
  return (
    <text className={`tl-rung ${does} ${state}`} x={x} y={y + 5} textAnchor="middle">
      {shapes[does]}
      <title>{`${t(`term:notice.${does}`)} ${written(at)} ${t(`charts:timeline.rung.${state}`)}`}</title>
    </text>
  );
}

/** What the marks and bars mean, in words. */
export function RungLegend() {
  const { t } = useTranslation(['charts', 'term']);
  return (
    <ul className="tl-legend hint">
      {(['run', 'pause', 'late', 'off'] as const).map((piece) => (
        <li key={piece}>
          <i className={`tl-key ${piece}`} aria-hidden /> {t(`charts:timeline.key.${piece}`)}
        </li>
      ))}
      {deeds.map((does) => (
        <li key={does}>
          <span className={`tl-rung ${does}`} aria-hidden>
            {shapes[does]}
          </span>{' '}
          {t(`term:notice.${does}`)}
        </li>
      ))}
      <li>{t('charts:timeline.key.hollow')}</li>
    </ul>
  );
}
