import type { WorkTime } from './calendar.ts';
import { dayNumber, startOfDay } from './local-time.ts';
import { readTerm } from './notation.ts';
import { faultAt } from './policy-fault.ts';
import type { Fault } from './policy-fault.ts';
import { timeOf } from './policy-ground.ts';
import type { Ground } from './policy-ground.ts';
import { leavesOf, valueAt } from './policy-leaves.ts';
import { dueAt } from './term.ts';
import type { Due } from './term.ts';
import { BadInput } from './violation.ts';

const SECTIONS_WITH_TERMS = ['terms', 'classes', 'limits', 'processes'];

/** The calendar is there, and so long that the longest term fits into what of it is published. */
export function calendarFaults(pack: unknown, ground: Ground): Fault[] {
  const name = valueAt(pack, ['calendar']);
  const { calendar } = ground;
  if (typeof name !== 'string') return [];
  if (calendar === undefined) return [faultAt('calendar', `there is no calendar "${name}"`)];
  const time = timeOf(pack, ground);
  const start = startOfDay(dayNumber(calendar.from), time.office.utcOffset);
  const terms = termsIn(pack).map((one) => ({ ...one, due: dueOf(one.term, start, time) }));
  const tooLong = terms.flatMap(({ path, term, due }) =>
    due === undefined ? [faultAt(path, `the term "${term}" goes past what a calendar can reach`)] : [],
  );
  const unpublished = terms.filter(({ due }) => due?.unpublishedFrom !== undefined);
  const longest = unpublished.sort((a, b) => Number(b.due?.at) - Number(a.due?.at))[0];
  if (longest === undefined) return tooLong;
  const span = `published from ${calendar.from} to ${calendar.publishedThrough} only`;
  return [
    ...tooLong,
    faultAt('calendar', `"${name}" is ${span}, which is shorter than ${longest.path} (${longest.term})`),
  ];
}

function dueOf(term: string, start: Date, time: WorkTime): Due | undefined {
  try {
    return dueAt(start, term, time);
  } catch (error) {
    if (error instanceof BadInput) return undefined;
    throw error;
  }
}

function termsIn(pack: unknown): { path: string; term: string }[] {
  return SECTIONS_WITH_TERMS.flatMap((section) => leavesOf(valueAt(pack, [section]), [section])).flatMap(
    ({ keys, value }) =>
      typeof value === 'string' && readTerm(value) !== undefined
        ? [{ path: keys.join('.'), term: value }]
        : [],
  );
}
