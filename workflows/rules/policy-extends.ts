import { faultAt } from './policy-fault.ts';
import type { Fault } from './policy-fault.ts';
import { entriesOf, isMapping, plainText } from './policy-leaves.ts';

/** The name of the pack that another one builds on; undefined when it stands alone. */
export function parentName(document: unknown): string | undefined {
  const { extends: name } = entriesOf(document);
  return name === undefined || typeof name === 'string' ? name : plainText(name);
}

/**
 * A pack as a whole: what it does not say itself, its parent says. Mappings are merged key by key, lists and values
 * replaced, and null takes away what the parent has (as in a JSON merge patch, RFC 7396).
 */
export function wholeOf(document: unknown, parent: unknown): unknown {
  if (!isMapping(document)) return document;
  const { extends: _, ...own } = entriesOf(document);
  return merged(parent, own);
}

function merged(below: unknown, above: unknown): unknown {
  if (!isMapping(above)) return above;
  const [old, own] = [entriesOf(below), entriesOf(above)];
  const all = {
    ...old,
    ...Object.fromEntries(Object.entries(own).map(([key, one]) => [key, merged(old[key], one)])),
  };
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== null));
}

/** That the parent is there, and stands alone: nobody should have to look through three files for one number. */
export function parentFaults(document: unknown, parent: unknown): Fault[] {
  const name = parentName(document);
  if (name === undefined) return [];
  if (parent === undefined) return [faultAt('extends', `there is no pack "${name}"`)];
  const further = parentName(parent);
  if (further === undefined) return [];
  return [faultAt('extends', `"${name}" itself extends "${further}"; name a pack that stands alone`)];
}
