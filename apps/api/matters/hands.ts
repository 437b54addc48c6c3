import type { Author } from '../../../workflows/process/event.ts';
import type { Sight } from './reveal.ts';
import type { Hand } from './shown.ts';
import type { Titles } from './titles.ts';

/** How much of the people in a matter may be named to somebody. */
export type Naming = { sight: Sight; knowsReporter: boolean };

/** Who did something. Staff are named to staff only; who reported it only to those who may know. */
export function handOf(
  by: Author | undefined,
  titles: Titles,
  { sight, knowsReporter }: Naming,
): Hand | null {
  if (by === undefined) return null;
  const isNamed = by.role === 'resident' ? knowsReporter : sight === 'all';
  return {
    role: by.role,
    person: isNamed ? titles.person(by.person) : null,
    unit: titles.unit(by.unit),
    inSteadOf: isNamed ? titles.person(by.for) : null,
  };
}

/** The ids of those who did something. */
export const peopleIn = (hands: readonly (Author | undefined)[]): string[] =>
  hands.flatMap((by) => [by?.person ?? [], by?.for ?? []].flat());
