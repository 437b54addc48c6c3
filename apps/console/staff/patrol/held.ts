import { del, delMany, entries, get, set } from 'idb-keyval';
import { z } from 'zod';
import { newKey } from '../../api/key.ts';
import { drawer } from './store.ts';

/** A photo of a form that is still open; the form knows it by its id. */
const Held = z.object({ at: z.number(), name: z.string(), blob: z.instanceof(Blob) });
export type Held = z.infer<typeof Held>;

/** So long a photo is held for a form that nobody comes back to. Milliseconds. */
const LONGEST = 48 * 3_600_000;

/** Puts a photo by; answers its id. */
export async function hold(person: string, name: string, blob: Blob): Promise<string> {
  const id = newKey();
  await set(id, { at: Date.now(), name, blob }, drawer('held', person));
  return id;
}

export async function heldPhoto(person: string, id: string): Promise<Held | undefined> {
  const found = Held.safeParse(await get(id, drawer('held', person)));
  return found.success ? found.data : undefined;
}

export const letGo = (person: string, id: string): Promise<void> => del(id, drawer('held', person));

/** Throws away the photos of forms that were left long ago. */
export async function clearHeld(person: string, now = Date.now()): Promise<void> {
  const store = drawer('held', person);
  const old = (await entries(store)).filter(([, held]) => {
    const found = Held.safeParse(held);
    return !found.success || now - found.data.at > LONGEST;
  });
  await delMany(
    old.map(([id]) => id),
    store,
  );
}
