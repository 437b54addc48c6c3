import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { z } from 'zod';
import { pageOf } from '../api/action.ts';
import { at } from '../api/ask.ts';
import type { Ask } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import type { KnownPlace } from './known-places.ts';

const Place = z.object({ value: z.string(), title: z.string(), parent: z.string().nullable() });
type Place = z.infer<typeof Place>;
const Page = pageOf(Place);

/** What people call where they live; whoever means a whole street chooses it below. */
const LEVELS = ['estate', 'community'] as const;
const MOST = 6;

/** The estates and communities with that in their name, each with what it lies in. */
export function usePlaceSearch(typed: string) {
  const ask = useAsk();
  const wanted = useDeferredValue(typed.trim());
  const names = useAreaNames();
  const found = useQuery({
    queryKey: ['places', 'search', wanted],
    enabled: wanted !== '',
    staleTime: 600_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => search(ask, wanted, signal),
  });
  const items = (found.data ?? []).map(({ value, title, parent }): KnownPlace => ({
    value,
    title,
    within: names.get(parent ?? '') ?? '',
  }));
  return { items, error: found.error, isNone: wanted !== '' && found.data?.length === 0 };
}

async function search(ask: Ask, wanted: string, signal: AbortSignal): Promise<Place[]> {
  const pages = await Promise.all(
    LEVELS.map((level) =>
      ask(Page, at(`places?level=${level}&limit=${MOST}&q=${encodeURIComponent(wanted)}`), { signal }),
    ),
  );
  return pages.flatMap(({ items }) => items).slice(0, MOST);
}

/** What subdistricts and communities are called: estates of one name stand in many of them. */
function useAreaNames(): ReadonlyMap<string, string> {
  const ask = useAsk();
  const { data } = useQuery({
    queryKey: ['places', 'areas'],
    staleTime: 600_000,
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        ['subdistrict', 'community'].map((level) =>
          ask(Page, at(`places?level=${level}&limit=200`), { signal }),
        ),
      );
      return pages.flatMap(({ items }) => items);
    },
  });
  return new Map((data ?? []).map(({ value, title }) => [value, title]));
}
