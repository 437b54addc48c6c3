import { PolicyFault, loadCalendar, loadPolicy } from '../../../policies/load.ts';
import type { Database } from '../../../prisma/client.ts';
import { ChangedVersion, loadPolicies, policyInForce } from '../../../prisma/policies.ts';
import type { InForce } from '../../../prisma/policies.ts';
import { ImportFault } from './fault.ts';
import type { MappedTown } from './mapped-town.ts';

/** The packs that a town to be made names, by the place that names them. Throws ImportFault. */
export async function packsOf({ places }: MappedTown): Promise<Map<string, InForce>> {
  const packs = new Map<string, InForce>();
  for (const { code, policy } of places) {
    if (policy !== undefined) packs.set(code, await packNamed(policy, code));
  }
  return packs;
}

async function packNamed(name: string, place: string): Promise<InForce> {
  try {
    const policy = await loadPolicy(name);
    return { policy, calendar: await loadCalendar(policy.calendar) };
  } catch (error) {
    if (!(error instanceof PolicyFault)) throw error;
    throw new ImportFault(`town.places.${place}.policy: ${error.message}`, { cause: error });
  }
}

/** Puts packs in force from now on; those that are there stay. Throws ImportFault where one has other content. */
export async function enact(db: Database, packs: ReadonlyMap<string, InForce>, now: Date): Promise<void> {
  await loadPolicies(db, [...packs.values()], now).catch((error: unknown) => {
    throw error instanceof ChangedVersion ? new ImportFault(error.message, { cause: error }) : error;
  });
}

export type PackAt = (placePath: string) => Promise<InForce | undefined>;

/** What is in force at a place, asked once a path; where nothing is yet, the pack that would be (`planned`). */
export function packFinder(db: Database, planned: ReadonlyMap<string, InForce>, now: Date): PackAt {
  const found = new Map<string, Promise<InForce | undefined>>();
  const above = (path: string) => {
    const code = path.split('/').findLast((one) => planned.has(one));
    return code === undefined ? undefined : planned.get(code);
  };
  return (path) => {
    const pack =
      found.get(path) ?? policyInForce(db.pool, path, now).then((inForce) => inForce ?? above(path));
    found.set(path, pack);
    return pack;
  };
}
