import type { Hands } from './read.ts';

/** Where the line ends: at the close; of what goes on, at the last thing that a clock still says. */
export function endOf({ now, clocks }: Hands, closedAt: string | null): number {
  if (closedAt !== null) return Date.parse(closedAt);
  const dues = clocks
    .filter(({ state }) => state !== 'stopped')
    .flatMap(({ dueAt }) => (dueAt === null ? [] : Date.parse(dueAt)));
  return Math.max(Date.parse(now), ...dues);
}

/** Every moment that something happened, or is to happen before the end. */
export function momentsOf({ now, clocks }: Hands, acts: readonly string[], end: number): number[] {
  const said = clocks.flatMap(({ from, until, dueAt, pauses, rungs }) => [
    ...[from, until, dueAt, ...rungs.map(({ at }) => at)],
    ...pauses.flatMap((pause) => [pause.from, pause.until]),
  ]);
  const moments = [...acts, ...said].flatMap((at) => (at === null ? [] : Date.parse(at)));
  return [...moments, Date.parse(now), end].filter((at) => at <= end);
}
