// The sections of a pack, read as far as they can be read, so that one fault does not hide another.
import { Rung } from './ladder.ts';
import type { Ground } from './policy-ground.ts';
import { entriesOf, valueAt } from './policy-leaves.ts';

/** The ladder of the clock of a whole matter; it gives no card, for those belong to a task and its unit. */
export const MATTER_LADDER = 'matter';
export const ORDINARY_LADDER = 'ordinary';

/** Of ordinary tasks, and of the clock of a whole matter. */
export const NEEDED_LADDERS = [ORDINARY_LADDER, MATTER_LADDER];

/** The rungs that can be read, each with its path. */
export function rungsIn(pack: unknown, ladder: string): { path: string; rung: Rung }[] {
  const written = valueAt(pack, ['ladders', ladder]);
  return (Array.isArray(written) ? written : []).flatMap((one: unknown, i) => {
    const read = Rung.safeParse(one);
    return read.success ? [{ path: `ladders.${ladder}.${i}`, rung: read.data }] : [];
  });
}

/** The names of the ladders that are lists at least. */
export function laddersIn(pack: unknown): string[] {
  return Object.keys(entriesOf(valueAt(pack, ['ladders'])));
}

/** The names of the processes that the town runs. */
export const processesIn = (pack: unknown): string[] => Object.keys(entriesOf(valueAt(pack, ['processes'])));

/** What a process of the pack counts with: what the pack says, and the schema's own values for the rest. */
export function numbersOf(pack: unknown, process: string, { processes }: Ground): unknown {
  const written = valueAt(pack, ['processes', process]);
  const read = processes[process]?.safeParse(written);
  return read?.success === true ? read.data : written;
}

/** The ladder that a process of the pack climbs. */
export function ladderOfProcess(pack: unknown, process: string, ground: Ground): string {
  const { ladder } = entriesOf(numbersOf(pack, process, ground));
  return typeof ladder === 'string' ? ladder : ORDINARY_LADDER;
}
