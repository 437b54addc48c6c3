import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import type { Ask } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { newKey } from '../../api/key.ts';

/** A list as somebody narrowed it; `count` is how many rows it has now, 100 for more than 99. */
export const View = z.object({
  id: z.string(),
  list: z.string(),
  name: z.string(),
  query: z.string(),
  isDefault: z.boolean(),
  count: z.int().nullable().default(null),
});
export type View = z.infer<typeof View>;
const Views = z.object({ items: z.array(View) });

/** The views of one list; they go stale with its rows, because their counts do. */
export const viewsOf = (ask: Ask, list: string) => ({
  queryKey: [list, 'views'],
  queryFn: async () => (await ask(Views, at(`views?list=${list}`))).items,
});

/** The views of every list, for whoever looks for one by its name. */
export const allViews = (ask: Ask) => ({
  queryKey: ['views'],
  queryFn: async () => (await ask(Views, at('views'))).items,
});

type Change = { name?: string; query?: string; isDefault?: boolean };
/** What somebody does with his views. */
export type Wish =
  | { do: 'keep'; name: string; query: string }
  | { do: 'change'; id: string; change: Change }
  | { do: 'remove'; id: string };

/** My views of a list, and the ways to keep, change and remove them. */
export function useViews(list: string) {
  const ask = useAsk();
  const client = useQueryClient();
  const { data: views = [] } = useQuery(viewsOf(ask, list));
  const wish = useMutation({
    mutationFn: async (wanted: Wish) => {
      if (wanted.do === 'remove') return ask(z.unknown(), at(`views/${wanted.id}`), { method: 'DELETE' });
      if (wanted.do === 'change')
        return ask(View, at(`views/${wanted.id}`), { method: 'PATCH', body: wanted.change });
      const body = { list, name: wanted.name, query: wanted.query };
      return ask(View, at('views'), { method: 'POST', body, key: newKey() });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [list, 'views'] }),
  });
  return { views, wish: wish.mutateAsync, error: wish.error };
}

/** Whether two addresses ask for the same, in whatever order. */
export const isSameQuery = (a: string, b: string): boolean => ordered(a) === ordered(b);

function ordered(query: string): string {
  const search = new URLSearchParams(query);
  search.sort();
  return search.toString();
}
