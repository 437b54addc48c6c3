// What can be wrong with the ladders of a pack.
import type { Rung } from './ladder.ts';
import { clockKinds } from './policy-clocks.ts';
import type { ClockKind } from './policy-clocks.ts';
import { coursesOf } from './policy-courses.ts';
import type { Course } from './policy-courses.ts';
import { faultAt } from './policy-fault.ts';
import type { Fault } from './policy-fault.ts';
import type { Ground } from './policy-ground.ts';
import { MATTER_LADDER, laddersIn, processesIn, rungsIn } from './policy-sections.ts';

type Placed = ReturnType<typeof rungsIn>[number];

/** What comes after what; a reminder comes before all cards. */
const RANK = { reminder: 0, yellow: 1, red: 2, letter: 3 } as const;
const NAME = { reminder: 'reminder', yellow: 'yellow card', red: 'red card', letter: 'letter' } as const;

/** Terms to judge the order of a ladder by that no clock climbs. */
const ANY_TERMS = ['5wd-eod', '24h'];

export function ladderFaults(pack: unknown, ground: Ground): Fault[] {
  const kinds = clockKinds(pack, ground);
  return laddersIn(pack).flatMap((name) => {
    const own = kinds.filter(({ ladder }) => ladder === name);
    const rungs = rungsIn(pack, name);
    const courses = coursesOf(pack, name, own.length > 0 ? own.map(({ term }) => term) : ANY_TERMS, ground);
    return [
      ...lateReminders(rungs, name, own),
      ...outOfOrder(rungs, courses),
      ...(own.length === 0 ? [unclimbed(name)] : neverFiring(rungs, courses, own)),
      ...opening(pack, rungs),
    ];
  });
}

const unclimbed = (name: string): Fault =>
  faultAt(`ladders.${name}`, 'no clock climbs this ladder, so none of its rungs can ever fire');

/** A task that is late is told so by a card; the whole matter has no card, so a reminder is all that it can be given. */
function lateReminders(rungs: readonly Placed[], ladder: string, kinds: readonly ClockKind[]): Fault[] {
  const isOfMatters = ladder === MATTER_LADDER && kinds.every(({ path }) => path.startsWith('terms.matter.'));
  const late = rungs.filter(({ rung }) => rung.does === 'reminder' && 'after' in rung.when);
  return isOfMatters ? [] : late.map(({ path }) => faultAt(path, 'a reminder comes after the deadline'));
}

/** Of cards and letters, the graver must come later; what falls together would be overtaken and never carried out. */
function outOfOrder(rungs: readonly Placed[], courses: readonly Course[]): Fault[] {
  const cards = rungs.filter(({ rung }) => rung.does !== 'reminder');
  return cards.flatMap(({ path, rung }) => {
    const lighter = cards.filter((one) => RANK[one.rung.does] < RANK[rung.does]);
    const overtaken = lighter.find((one) => courses.some((course) => comesTooSoon(course, rung, one.rung)));
    if (overtaken === undefined) return [];
    const says = `the ${NAME[rung.does]} "${rung.rung}" does not come after the ${NAME[overtaken.rung.does]} "${overtaken.rung.rung}"`;
    return [faultAt(path, says)];
  });
}

function comesTooSoon(course: Course, graver: Rung, lighter: Rung): boolean {
  const [late, early] = [course.get(graver.rung), course.get(lighter.rung)];
  return late !== undefined && early !== undefined && late <= early;
}

function neverFiring(
  rungs: readonly Placed[],
  courses: readonly Course[],
  kinds: readonly ClockKind[],
): Fault[] {
  if (courses.length === 0) return [];
  const silent = rungs.filter(({ rung }) => !courses.some((course) => course.has(rung.rung)));
  const terms = [...new Set(kinds.map(({ term }) => term))].join(', ');
  return silent.map(({ path, rung }) =>
    faultAt(path, `the rung "${rung.rung}" can never fire on the clocks that climb this ladder (${terms})`),
  );
}

/** A rung can only begin a process that the town runs. */
function opening(pack: unknown, rungs: readonly Placed[]): Fault[] {
  const run = processesIn(pack);
  return rungs.flatMap(({ path, rung }) => {
    if (rung.opens === undefined || run.includes(rung.opens)) return [];
    return [faultAt(`${path}.opens`, `the pack lists no process "${rung.opens}"`)];
  });
}
