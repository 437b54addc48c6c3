import { useTranslation } from 'react-i18next';
import { useTime } from '../../look/time.ts';
import type { Line } from './ground.tsx';

/** Dates below the lanes and how long each folded wait was, as many as have room. What is still to come is no wait. */
export function Ticks({ line: { stretches, width, hands } }: { line: Line }) {
  const { t } = useTranslation('charts');
  const { at, span } = useTime();
  const folds = stretches
    .filter(({ isFolded, until }) => isFolded && until <= Date.parse(hands.now))
    .map(({ from, until, x, width: own }) => ({ from, until, x: x + own / 2 }));
  const ends = stretches.flatMap(({ from, until, x, width: own }) => [
    { at: from, x },
    { at: until, x: x + own },
  ]);
  return (
    <svg className="tl-ticks" width={width} height={44} aria-hidden="true">
      {withRoom(folds, 88).map(({ from, until, x }) => (
        <text key={from} x={x} y={14} textAnchor="middle" className="tl-wait">
          {t('timeline.wait', { span: span(until - from) })}
        </text>
      ))}
      {withRoom(ends, 96)
        .filter(({ x }) => x < width - 80)
        .map((tick) => (
          <text key={tick.at} x={tick.x} y={36}>
            {at(new Date(tick.at).toISOString(), 'short')}
          </text>
        ))}
    </svg>
  );
}

/** Those that stand at least so many pixels after the one before. */
const withRoom = <P extends { x: number }>(places: readonly P[], room: number): P[] =>
  places.reduce<P[]>((kept, place) => {
    const last = kept.at(-1);
    return last === undefined || place.x - last.x > room ? [...kept, place] : kept;
  }, []);
