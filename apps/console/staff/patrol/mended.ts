import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { Filled } from './filled.ts';
import { hold } from './held.ts';
import { unsentOf } from './unsent.ts';

/** A refused report on its way back into the form. */
export type Mended = { id: string; filled: Filled; refusal: string | undefined };

const Said = z.object({ kind: z.string(), place: z.string(), words: z.string() });

/** The report that is to be mended, with its photos in the form's hands; null for a new one, undefined until it is read. */
export function useMended(person: string, id: string | null): Mended | null | undefined {
  return useQuery({
    queryKey: ['mended', person, id],
    networkMode: 'always',
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: false,
    queryFn: () => (id === null ? null : mendedOf(person, id)),
  }).data;
}

async function mendedOf(person: string, id: string): Promise<Mended | null> {
  const unsent = (await unsentOf(person)).find((one) => one.id === id);
  const said = Said.safeParse(unsent?.body);
  if (unsent === undefined || !said.success) return null;
  const photos = await Promise.all(unsent.photos.map(({ name, blob }) => hold(person, name, blob)));
  return { id, filled: { ...said.data, photos }, refusal: unsent.refusal };
}
