import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api/asker.tsx';
import { keepAhead } from './kept.ts';
import type { Read } from './kept.ts';
import { Task, taskPath } from './round.ts';
import type { RoundTask } from './round.ts';

/** So many of the next tasks go along on the round with their forms, though nobody has opened them yet. */
const NEXT = 10;

/** Takes the next tasks along while there is a network. */
export function useTasksAhead(person: string, { data, isOld }: Read<{ items: readonly RoundTask[] }>): void {
  const ask = useAsk();
  const { i18n } = useTranslation();
  const language = i18n.language;
  const ids = isOld
    ? ''
    : (data?.items ?? [])
        .slice(0, NEXT)
        .map(({ id }) => id)
        .join(' ');
  const paths = useMemo(
    () =>
      ids
        .split(' ')
        .filter((id) => id !== '')
        .map(taskPath),
    [ids],
  );
  useEffect(() => {
    keepAhead(person, { ask, language }, paths, Task).catch(() => undefined); // each is asked for again when it is opened
  }, [person, ask, language, paths]);
}
