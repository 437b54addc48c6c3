import { xOf } from './axis.ts';
import type { Stretch } from './axis.ts';
import type { Hands } from './read.ts';

/** Height of a lane in pixels. */
export const LANE = 30;

/** The line that all lanes share: its stretches, its end, and what is known. */
export type Line = { stretches: readonly Stretch[]; width: number; hands: Hands; end: number };

/** What lies behind every lane: days off, folded waits, and now. */
export function Ground({ line: { stretches, hands, end } }: { line: Line }) {
  const x = (at: number) => xOf(at, stretches);
  const now = Date.parse(hands.now);
  return (
    <>
      {hands.daysOff.map(({ from, until }) => {
        const [left, right] = [x(Date.parse(from)), x(Date.parse(until))];
        return <rect key={from} className="tl-off" x={left} width={right - left} y={0} height={LANE} />;
      })}
      {stretches
        .filter(({ isFolded }) => isFolded)
        .map(({ from, x: left, width }) => (
          <path key={from} className="tl-fold" d={foldOf(left + width / 2)} />
        ))}
      {now <= end && <line className="tl-now" x1={x(now)} x2={x(now)} y1={0} y2={LANE} />}
    </>
  );
}

/** A zigzag down the lane: here the line is not at its length. */
const foldOf = (x: number): string => `M${x - 3} 0 l6 7.5 l-6 7.5 l6 7.5 l-6 7.5`;
