// The check of a pack: every fault of it in one answer, each named by its path, whatever else is wrong.
import type { z } from 'zod';
import { parentFaults, wholeOf } from './policy-extends.ts';
import { shapeFaults, withoutRepeats } from './policy-fault.ts';
import type { Fault } from './policy-fault.ts';
import type { Ground } from './policy-ground.ts';
import { ladderFaults } from './policy-ladders.ts';
import { entriesOf, isMapping, valueAt } from './policy-leaves.ts';
import { extensionFaults, ladderNameFaults } from './policy-names.ts';
import { processFaults } from './policy-numbers.ts';
import { calendarFaults } from './policy-reach.ts';
import { sourceFaults } from './policy-sources.ts';
import { DeadlinePolicy, Policy } from './policy.ts';

/** What a check comes to: the pack as a whole, or all that is wrong with it. */
export type Checked<P> = { policy: P; faults: [] } | { policy?: undefined; faults: Fault[] };

/** A pack by which processes may run. */
export function checkPolicy(document: unknown, ground: Ground): Checked<Policy> {
  return checked(Policy, document, ground, (pack) => [
    ...ladderNameFaults(pack, ground),
    ...ladderFaults(pack, ground),
    ...extensionFaults(pack),
    ...processFaults(pack, ground),
    ...sourceFaults(document),
  ]);
}

/** A pack that is enough to compute deadlines; as a town's whole pack where it has the terms of one. */
export function checkDeadlinePolicy(document: unknown, ground: Ground): Checked<DeadlinePolicy | Policy> {
  const { terms, extends: parent } = entriesOf(document);
  if (terms !== undefined || parent !== undefined) return checkPolicy(document, ground);
  return checked(DeadlinePolicy, document, ground, () => []);
}

/**
 * Every fault of a town's pack as it is written, against what stands outside it (another pack, a calendar, the
 * processes); none when it may be put in force.
 */
export const faultsIn = (document: unknown, ground: Ground): Fault[] => checkPolicy(document, ground).faults;

function checked<P>(
  schema: z.ZodType<P>,
  document: unknown,
  ground: Ground,
  faultsOfWhole: (pack: unknown) => Fault[],
): Checked<P> {
  const ofParent = parentFaults(document, ground.parent);
  const pack = wholeOf(document, ofParent.length === 0 ? ground.parent : undefined);
  const read = schema.safeParse(pack);
  const issues = read.error?.issues ?? [];
  if (!isMapping(pack)) return { faults: shapeFaults(issues) };
  if (ofParent.length > 0) return { faults: [...ofParent, ...shapeFaults(issues.filter(isWritten(pack)))] };
  const found = [...shapeFaults(issues), ...calendarFaults(pack, ground), ...faultsOfWhole(pack)];
  const faults = withoutRepeats(found);
  return read.success && faults.length === 0 ? { policy: read.data, faults: [] } : { faults };
}

/** Without its parent a pack misses a great deal; only what it says itself can be judged. */
const isWritten =
  (pack: unknown) =>
  ({ path }: z.core.$ZodIssue): boolean =>
    valueAt(pack, path.map(String)) !== undefined;
