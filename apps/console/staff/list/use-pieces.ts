// One list for every page: filters in the address, pieces loaded as wanted, keys to walk through it.
// A page gives its source, columns and filters to list-page.tsx and is done.
import { useInfiniteQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';

/** Where a list comes from: the first part of its query's name, and its address below the API's root. */
export type Source<T> = { name: string; path: string; item: z.ZodType<T> };

export type Pieces<T> = {
  rows: readonly T[];
  isLoading: boolean;
  error: unknown;
  hasMore: boolean;
  isLoadingMore: boolean;
  more: () => void;
  again: () => void;
};

/** A list piece by piece, filtered by `search`. What is shown stays while it is asked for again. */
export function usePieces<T>({ name, path, item }: Source<T>, search: URLSearchParams): Pieces<T> {
  const ask = useAsk();
  const query = search.toString();
  const page = z.object({ items: z.array(item), nextCursor: z.string().nullish() });
  const found = useInfiniteQuery({
    queryKey: [name, path, query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => ask(page, address(path, query, pageParam), { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  return {
    rows: found.data?.pages.flatMap(({ items }) => items) ?? [],
    isLoading: found.isPending,
    error: found.error,
    hasMore: found.hasNextPage,
    isLoadingMore: found.isFetchingNextPage,
    more: () => void found.fetchNextPage(),
    again: () => void found.refetch(),
  };
}

function address(path: string, query: string, cursor: string): string {
  const wish = new URLSearchParams(query);
  if (cursor !== '') wish.set('cursor', cursor);
  const asked = wish.toString();
  return at(asked === '' ? path : `${path}?${asked}`);
}
