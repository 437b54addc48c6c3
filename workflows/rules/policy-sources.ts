import { faultAt } from './policy-fault.ts';
import type { Fault } from './policy-fault.ts';
import { entriesOf, isMapping, leavesOf } from './policy-leaves.ts';
import { isForBoth } from './policy-source.ts';
import { Policy } from './policy.ts';

/** What only names a pack, and needs no source. */
const NAMING = ['name', 'version', 'title', 'sources'];

/**
 * Every value that a pack writes has a source in that same pack, which speaks for everything below its path; and no
 * source speaks of nothing, or in one language only. What a pack takes from another has its source there.
 */
export function sourceFaults(document: unknown): Fault[] {
  const { sources, ...written } = entriesOf(document);
  const said = Object.entries(entriesOf(sources)).flatMap(([path, text]) => (text == null ? [] : [path]));
  const sections = Object.entries(written).filter(([key, value]) => !NAMING.includes(key) && !isEmpty(value));
  const known = sections.filter(([key]) => Object.hasOwn(Policy.shape, key));
  const missing = known.flatMap(([key, value]) => silentIn(key, value, said));
  const all = sections.flatMap(([key, value]) => pathsIn(key, value));
  const empty = said.filter((key) => !all.some((path) => covers(key, path)));
  const foreign = said.filter((path) => !isForBoth(entriesOf(sources)[path]));
  return [
    ...missing.map((path) =>
      faultAt(path, 'no source is said; name the text, or "our default", under sources'),
    ),
    ...foreign.map((path) =>
      faultAt(`sources.${path}`, 'say it in both languages (zh, en), or cite the text by its number alone'),
    ),
    ...empty.map((key) => faultAt(`sources.${key}`, 'the pack says nothing there itself')),
  ];
}

/** A section that is there and says nothing, as a whole pack writes it. */
const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isMapping(value) && Object.keys(value).length === 0;

/** The paths without a source; the section alone where none of it has any. */
function silentIn(key: string, value: unknown, said: readonly string[]): string[] {
  const paths = pathsIn(key, value);
  const silent = paths.filter((path) => !said.some((one) => covers(one, path)));
  return silent.length > 1 && silent.length === paths.length ? [key] : silent;
}

const pathsIn = (key: string, value: unknown): string[] =>
  leavesOf(value, [key]).map(({ keys }) => keys.join('.'));

const covers = (source: string, path: string): boolean => path === source || path.startsWith(`${source}.`);
