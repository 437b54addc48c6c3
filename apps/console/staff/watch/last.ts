import { useName } from '../../text/name.ts';
import type { ClockLine } from './clock.ts';

const lists: Readonly<Record<string, string>> = { asked: 'asked', rungReached: 'rung', taskEnded: 'ended' };
const answers: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

/** The last thing that happened, in the words that the history uses. */
export function useLast(): (last: NonNullable<ClockLine['last']>) => string {
  const name = useName();
  return ({ type, code, task, outcome }) => {
    const gaps = { task: task ?? '', outcome: outcome ?? '' };
    if (type === 'answered') return name('history', 'answered', answers[code ?? ''] ?? '', gaps);
    const list = lists[type];
    return list === undefined
      ? name('history', 'event', type, gaps)
      : name('history', list, code ?? '', gaps);
  };
}
