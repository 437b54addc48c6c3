import { faultAt } from './policy-fault.ts';
import type { Fault } from './policy-fault.ts';

/** A version of a pack, and from when on it is in force. */
export interface Version {
  name: string;
  version: string;
  inForceFrom: Date;
}

/**
 * What keeps a version from being put in force beside those that are known: it is one of them already (a version never
 * changes once it is written down), or another of the same name is in force from the very same moment.
 */
export function overlapFaults(asked: Version, known: readonly Version[]): Fault[] {
  const others = known.filter(({ name }) => name === asked.name);
  const twin = others.find(({ version }) => version === asked.version);
  if (twin !== undefined) {
    const since = `is in force from ${twin.inForceFrom.toISOString()} already`;
    return [
      faultAt(
        'version',
        `"${asked.version}" of "${asked.name}" ${since}; a change needs a version of its own`,
      ),
    ];
  }
  return others
    .filter(({ inForceFrom }) => inForceFrom.getTime() === asked.inForceFrom.getTime())
    .map(({ version }) =>
      faultAt('inForceFrom', `version "${version}" of "${asked.name}" is in force from the same moment`),
    );
}
