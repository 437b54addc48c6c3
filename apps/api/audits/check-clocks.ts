import { dueAt } from '../../../workflows/rules/term.ts';
import type { Clock } from '../../../workflows/rules/clock.ts';
import type { WorkTime } from '../../../workflows/rules/calendar.ts';
import type { Audited } from './audited.ts';
import { found } from './check.ts';
import type { Finding } from './check.ts';

/** The due time that a clock began with, as far as its own course still shows it; a pause hides it. */
function firstDue({ dueAt: due, extensions, pauses }: Clock): string | null {
  if (pauses.length > 0) return null;
  return extensions[0]?.from ?? due;
}

const isRight = (clock: Clock, first: string, time: WorkTime): boolean =>
  dueAt(new Date(clock.startedAt), clock.term, time).at.getTime() === Date.parse(first) &&
  (clock.extensions.length === 0 || clock.extensions.at(-1)?.to === clock.dueAt);

/** Each due time is what its term gives when it is computed now, under the calendar and the policy of the process. */
export function deadlines({ scene: { state, time } }: Audited): Finding {
  const clocks = Object.values(state.clocks).flatMap((clock) => {
    const first = firstDue(clock);
    return first === null ? [] : [{ clock, first }];
  });
  const wrong = clocks.filter(({ clock, first }) => !isRight(clock, first, time));
  const places = wrong.map(({ clock }) => ({ text: `${clock.id} ${clock.term}` }));
  const paused = Object.keys(state.clocks).length - clocks.length;
  return found('deadlines', places, { n: clocks.length, paused });
}
