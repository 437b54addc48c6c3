// One list for every page: filters in the address, pieces loaded as wanted, keys to walk through it.
// A page gives its source, columns and filters to list-page.tsx and is done.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';

/** Where a list comes from: the first part of its query's name, and its address below the API's root. */
export type Source<T> = {
  name: string;
  path: string;
  item: z.ZodType<T>;
  /** Under which name the whole list can be taken away as a file. */
  exports?: string;
  /** Asked for where the address says nothing else. */
  usual?: Readonly<Record<string, string>>;
  /** Asked again so often, where what is shown grows old by itself. Milliseconds. */
  every?: number;
};

export type Pieces<T> = {
  rows: readonly T[];
  /** Names what the rows are an answer to. */
  version: string;
  isLoading: boolean;
  error: unknown;
  hasMore: boolean;
  isLoadingMore: boolean;
  more: () => void;
  /** Pieces before those that are shown were let go of. */
  hasEarlier: boolean;
  earlier: () => void;
  again: () => void;
};

/** So many pieces of fifty are held at a time: a page with thousands of rows would crawl. */
const MOST_PIECES = 6;

/** The query of a list, as its address says it. */
export function wishOf({ usual = {} }: Pick<Source<unknown>, 'usual'>, search: URLSearchParams): string {
  const wish = new URLSearchParams(search);
  for (const [name, value] of Object.entries(usual)) if (!wish.has(name)) wish.set(name, value);
  return wish.toString();
}

/** A list piece by piece, filtered by `search`. What is shown stays while it is asked for again. */
export function usePieces<T>(source: Source<T>, search: URLSearchParams): Pieces<T> {
  const { name, path, item, every } = source;
  const ask = useAsk();
  const query = wishOf(source, search);
  const page = useMemo(() => z.object({ items: z.array(item), nextCursor: z.string().nullish() }), [item]);
  const cursors = wayOf(`${path}?${query}`);
  const found = useInfiniteQuery({
    queryKey: [name, path, query],
    initialPageParam: '',
    maxPages: MOST_PIECES,
    refetchInterval: every,
    queryFn: ({ pageParam, signal }) => ask(page, address(path, query, pageParam), { signal }),
    getNextPageParam: ({ nextCursor }, _all, from) => noted(cursors, from, nextCursor ?? undefined),
    getPreviousPageParam: (_first, _all, from) => cursors[cursors.indexOf(from) - 1],
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const first = found.data?.pageParams.map(String)[0] ?? '';
  return {
    rows,
    version: found.isPlaceholderData ? 'before' : `${query} ${first}`,
    isLoading: found.isPending,
    error: found.error,
    hasMore: found.hasNextPage,
    isLoadingMore: found.isFetchingNextPage,
    more: () => void found.fetchNextPage(),
    hasEarlier: found.hasPreviousPage,
    earlier: () => void found.fetchPreviousPage(),
    again: () => void found.refetch(),
  };
}

/** The cursors of each list in their order, as far as it was walked in this tab. */
const ways = new Map<string, string[]>();

function wayOf(list: string): string[] {
  const way = ways.get(list) ?? [''];
  ways.set(list, way);
  return way;
}

/** Remembers the way that was come: a cursor leads on, never back. */
function noted(cursors: string[], from: string, next: string | undefined): string | undefined {
  if (next !== undefined) cursors.splice(Math.max(cursors.indexOf(from), 0) + 1, Infinity, next);
  return next;
}

function address(path: string, query: string, cursor: string): string {
  const wish = new URLSearchParams(query);
  if (cursor !== '') wish.set('cursor', cursor);
  const asked = wish.toString();
  return at(asked === '' ? path : `${path}?${asked}`);
}
