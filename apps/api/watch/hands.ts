import { hasRole } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import type { Titled } from '../matters/shown.ts';
import type { Titles } from '../matters/titles.ts';
import { offices } from '../processes/sight.ts';

/** Units have ids, places have paths. */
const isUnit = (hands: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(hands);

/** In whose hands something is, by name: the unit, or the place whose people are asked. */
export function handsOf(hands: string | null, titles: Titles): Titled | null {
  if (hands === null) return null;
  return isUnit(hands) ? titles.unit(hands) : titles.place(hands);
}

/** The names that a list of hands needs. */
export function namesOfHands(list: readonly (string | null)[]): { units: string[]; places: string[] } {
  const hands = list.flatMap((one) => one ?? []);
  return { units: hands.filter(isUnit), places: hands.filter((one) => !isUnit(one)) };
}

/** Staff are named to staff and auditors only. */
export const isInside = (subject: Subject): boolean =>
  hasRole(subject, ...offices.filter((role) => role !== 'deputy'), 'auditor');
