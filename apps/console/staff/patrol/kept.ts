import { useQuery } from '@tanstack/react-query';
import { clear, get, keys, set } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import type { Ask } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Unreachable } from '../../api/problem.ts';
import { drawer } from './store.ts';

const Kept = z.object({ at: z.string(), data: z.unknown() });

/** Something of the server: as it is now, or, without a network, as it was when it was last seen. */
export type Read<T> = {
  data: T | undefined;
  /** When the server said it. */
  at: string | undefined;
  /** It is from the last time; the server could not be asked now. */
  isOld: boolean;
  error: unknown;
  refetch: () => void;
};

/** Asks, and keeps the answer on this phone. What is kept is shown at once, and replaced when the answer comes. */
export function useKept<S extends z.ZodType>(
  person: string,
  [topic, path]: readonly [topic: string, path: string],
  answer: S,
): Read<z.output<S>> {
  const ask = useAsk();
  const { i18n } = useTranslation();
  const name = nameOf(i18n.language, path);
  const store = drawer('kept', person);
  const old = useQuery({
    queryKey: ['kept', person, name],
    networkMode: 'always',
    staleTime: Infinity,
    queryFn: async () => (await readKept(store, name, answer)) ?? null,
  });
  const now = useQuery({
    queryKey: [topic, 'kept', person, name],
    networkMode: 'always',
    refetchOnReconnect: true,
    retry: false,
    queryFn: async ({ signal }) => {
      const data = await ask(answer, at(path), { signal });
      return keep(store, name, data);
    },
  });
  const shown = now.data ?? old.data ?? undefined;
  const isAway = now.error instanceof Unreachable;
  return {
    data: shown?.data,
    at: shown?.at,
    isOld: shown !== undefined && isAway,
    error: shown !== undefined && isAway ? null : now.error,
    refetch: () => void now.refetch(),
  };
}

const nameOf = (language: string, path: string): string => `${language} ${path}`;

async function keep<T>(store: UseStore, name: string, data: T): Promise<{ at: string; data: T }> {
  const read = { at: new Date().toISOString(), data };
  await set(name, read, store);
  return read;
}

/** Keeps what will be wanted where there is no network, and was not opened yet. */
export async function keepAhead(
  person: string,
  { ask, language }: { ask: Ask; language: string },
  paths: readonly string[],
  answer: z.ZodType,
): Promise<void> {
  const store = drawer('kept', person);
  const known = await keys(store);
  for (const path of paths) {
    const name = nameOf(language, path);
    if (!known.includes(name)) await keep(store, name, await ask(answer, at(path)));
  }
}

async function readKept<S extends z.ZodType>(store: UseStore, name: string, answer: S) {
  const kept = Kept.safeParse(await get(name, store));
  if (!kept.success) return undefined;
  const data = answer.safeParse(kept.data.data);
  return data.success ? { at: kept.data.at, data: data.data } : undefined;
}

/** Whoever signs out takes along what was seen; what is not sent stays. */
export const forgetKept = (person: string): Promise<void> => clear(drawer('kept', person));
