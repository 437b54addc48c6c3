import { useId } from 'react';
import { xOf } from './axis.ts';
import type { Line } from './ground.tsx';
import type { Clock } from './read.ts';
import { RungMark } from './rung.tsx';

type Props = { clock: Clock; line: Line; height: number };

/** A clock as a bar: running, hatched while paused, crossed where late, open towards a due time that is still to come. */
export function Bar({ clock, line: { stretches, hands }, height }: Props) {
  const id = useId();
  const x = (at: string) => xOf(Date.parse(at), stretches);
  const end = clock.until ?? hands.now;
  const { dueAt } = clock;
  const isLate = !clock.isWindow && dueAt !== null && Date.parse(dueAt) < Date.parse(end);
  const isAhead = dueAt !== null && clock.state === 'running' && !isLate;
  const piece = (name: string, from: string, until: string, fill?: string) => (
    <rect
      className={name}
      x={x(from)}
      width={Math.max(2, x(until) - x(from))}
      y={height / 2 - 6}
      height={12}
      fill={fill}
    />
  );
  return (
    <>
      <Hatch id={`${id}p`} name="tl-hatch-paused" />
      <Hatch id={`${id}l`} name="tl-hatch-late" />
      {isAhead && piece('tl-ahead', end, dueAt)}
      {piece('tl-run', clock.from, end)}
      {clock.pauses.map(({ from, until }) => (
        <g key={from}>{piece('tl-pause', from, until ?? end, `url(#${id}p)`)}</g>
      ))}
      {isLate && piece('tl-late', dueAt, end, `url(#${id}l)`)}
      {dueAt !== null && (
        <line className="tl-due" x1={x(dueAt)} x2={x(dueAt)} y1={height / 2 - 10} y2={height / 2 + 10} />
      )}
      {clock.rungs.map((rung) => (
        <RungMark key={rung.rung} rung={rung} x={x(rung.at)} y={height / 2} />
      ))}
    </>
  );
}

const Hatch = ({ id, name }: { id: string; name: string }) => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill="#fff" />
    <line className={name} x1="0" y1="0" x2="0" y2="6" strokeWidth="4" />
  </pattern>
);
