import { useQuery } from '@tanstack/react-query';
import { del, set, update, values } from 'idb-keyval';
import { z } from 'zod';
import { newKey } from '../../api/key.ts';
import { heldPhoto, letGo } from './held.ts';
import { drawer } from './store.ts';

/** A photo with the key under which it is handed in, and its id at the server once it is there. */
const Photo = z.object({
  key: z.string(),
  name: z.string(),
  blob: z.instanceof(Blob),
  id: z.string().optional(),
});
export type Photo = z.infer<typeof Photo>;

/** Something that was pressed and is not yet taken by the server. */
export const Unsent = z.object({
  /** Sorts by the moment of the press. */
  id: z.string(),
  /** The Idempotency-Key, made at the press: however often it is sent, it is done once. */
  key: z.string(),
  at: z.string(),
  title: z.string(),
  note: z.string(),
  method: z.string(),
  href: z.string(),
  body: z.record(z.string(), z.json()),
  /** The field of the body that takes the photos' ids, and where they are handed in. */
  files: z.object({ field: z.string(), href: z.string() }).optional(),
  photos: z.array(Photo),
  /** The page where it can be mended. */
  page: z.string(),
  /** Why the server did not take it, in its own words. */
  refusal: z.string().optional(),
});
export type Unsent = z.infer<typeof Unsent>;

/** Tells the courier that there is something to do. */
export const CALL = 'minqing:unsent';
export const callCourier = (): void => void window.dispatchEvent(new Event(CALL));

/** The query that says which one is on its way at this moment. */
export const SENDING = ['unsent', 'sending'];

/** What waits, in the order in which it was pressed. */
export async function unsentOf(person: string): Promise<Unsent[]> {
  const found = await values(drawer('unsent', person));
  return found.flatMap((one) => {
    const parsed = Unsent.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

export const unsentBy = (person: string) => ({
  queryKey: ['unsent', person],
  networkMode: 'always' as const,
  staleTime: 0,
  queryFn: () => unsentOf(person),
});

/** What this person has pressed here and is not sent yet. */
export const useUnsent = (person: string): readonly Unsent[] => useQuery(unsentBy(person)).data ?? [];

/** What is pressed, before it has its keys; `photos` are ids of held photos. */
export type Pressed = Omit<Unsent, 'id' | 'key' | 'at' | 'photos' | 'refusal'> & {
  photos: readonly string[];
};

/** Keeps what was pressed until the server has taken it. In the place of `mended`, where that was refused. */
export async function press(
  person: string,
  { photos: ids, ...what }: Pressed,
  mended?: string,
): Promise<void> {
  void navigator.storage?.persist?.(); // asks the browser not to clear this when space is short
  const at = new Date().toISOString();
  const photos = await Promise.all(ids.map((id) => withKey(person, id)));
  const id = mended ?? `${at} ${newKey()}`;
  const unsent = { ...what, id, at, key: newKey(), photos: photos.flat() } satisfies Unsent;
  await set(id, unsent, drawer('unsent', person));
  await Promise.all(ids.map((one) => letGo(person, one)));
  callCourier();
}

async function withKey(person: string, id: string): Promise<Photo[]> {
  const held = await heldPhoto(person, id);
  return held === undefined ? [] : [{ key: newKey(), name: held.name, blob: held.blob }];
}

/** Notes what became of a part of it: a photo is there, or it was refused. */
export const note = (person: string, id: string, change: Partial<Unsent>): Promise<void> =>
  update(id, (before: object | undefined) => ({ ...before, ...change }), drawer('unsent', person));

/** It is taken, or it is not wanted any more. */
export const drop = (person: string, id: string): Promise<void> => del(id, drawer('unsent', person));

/** Tries it again as a new act: what was refused was not done, so nothing can be done twice. */
export async function again(person: string, id: string): Promise<void> {
  await note(person, id, { key: newKey(), refusal: undefined });
  callCourier();
}
