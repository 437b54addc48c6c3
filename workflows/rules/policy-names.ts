import { faultAt } from './policy-fault.ts';
import type { Fault } from './policy-fault.ts';
import type { Ground } from './policy-ground.ts';
import { entriesOf, valueAt } from './policy-leaves.ts';
import { MATTER_LADDER, NEEDED_LADDERS, ladderOfProcess, laddersIn, processesIn } from './policy-sections.ts';
import { Colour } from './triage.ts';

/** Ladders that are needed or named are there. */
export function ladderNameFaults(pack: unknown, ground: Ground): Fault[] {
  const there = new Set(laddersIn(pack));
  const ladderOf = entriesOf(valueAt(pack, ['ladderOf']));
  const named = [
    ...Colour.options.map((colour) => [`ladderOf.${colour}`, ladderOf[colour]] as const),
    ...processesIn(pack).map(
      (name) => [`processes.${name}.ladder`, ladderOfProcess(pack, name, ground)] as const,
    ),
  ];
  return [
    ...NEEDED_LADDERS.filter((name) => !there.has(name)).map((name) =>
      faultAt(`ladders.${name}`, 'this ladder is needed'),
    ),
    ...named.flatMap(([path, name]) =>
      typeof name !== 'string' || there.has(name) || NEEDED_LADDERS.includes(name)
        ? []
        : [faultAt(path, `no ladder is named "${name}"`)],
    ),
  ];
}

/** Fine point 4: together at most the first term; and only a task is extended, never the clock of the whole matter. */
export function extensionFaults(pack: unknown): Fault[] {
  const limits = entriesOf(valueAt(pack, ['limits', 'extension']));
  return Object.entries(limits).flatMap(([ladder, share]) => {
    const path = `limits.extension.${ladder}`;
    if (ladder === MATTER_LADDER) return [faultAt(path, 'the clock of a whole matter is never extended')];
    if (!laddersIn(pack).includes(ladder)) return [faultAt(path, `no ladder is named "${ladder}"`)];
    if (typeof share !== 'number' || share <= 1) return [];
    return [faultAt(path, `extensions would be longer than the term in the beginning (${share} of it)`)];
  });
}
