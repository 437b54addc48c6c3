import { z } from 'zod';
import { useSession } from '../api/session.ts';

/** A place to report at; `within` names what it lies in. */
export const KnownPlace = z.object({ value: z.string(), title: z.string(), within: z.string().default('') });
export type KnownPlace = z.infer<typeof KnownPlace>;

const KEPT = 'minqing places';
const MOST = 4;

/** The places that were reported from this phone, the last one first. */
function readPlaces(): KnownPlace[] {
  try {
    return z.array(KnownPlace).parse(JSON.parse(localStorage.getItem(KEPT) ?? '[]'));
  } catch {
    return []; // not ours: nothing is known
  }
}

/**
 * Remembers a place for the next report from here, in the stead of the wider ones passed on the way to it. Where storage is
 * switched off it is simply asked for again.
 */
export function rememberPlace(place: KnownPlace, passed: readonly string[] = []): void {
  const others = readPlaces().filter(({ value }) => value !== place.value && !passed.includes(value));
  try {
    localStorage.setItem(KEPT, JSON.stringify([place, ...others].slice(0, MOST)));
  } catch {
    // The place is asked for again next time.
  }
}

/** Where somebody with an account lives, and where this phone reported before. */
export function useKnownPlaces(): KnownPlace[] {
  const { data: session } = useSession();
  const home = session?.posts.find(({ role }) => role === 'resident')?.place;
  const recent = readPlaces();
  if (home === undefined || recent.some(({ value }) => value === home.id)) return recent;
  return [{ value: home.id, title: home.title, within: '' }, ...recent];
}
