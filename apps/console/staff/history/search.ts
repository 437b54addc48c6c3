import type { Proceeding } from '../../api/matters.ts';
import { useWho } from '../who.ts';
import type { HistoryLine, Scene } from './line.ts';
import { useTell } from './tell.ts';

/** Finds the scenes in which a text stands: in their sentences, in who acted, or in what somebody wrote. */
export function useFound(of: Proceeding): (scenes: readonly Scene[], wanted: string) => readonly Scene[] {
  const tell = useTell(of);
  const { hand } = useWho();
  const textOf = (line: HistoryLine): string =>
    [tell(line), line.by === null ? '' : hand(line.by), ...textsIn(line.event)].join('\n').toLowerCase();
  return (scenes, wanted) => {
    const text = wanted.trim().toLowerCase();
    if (text === '') return scenes;
    return scenes.filter(({ main, rest }) => [main, ...rest].some((line) => textOf(line).includes(text)));
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}
