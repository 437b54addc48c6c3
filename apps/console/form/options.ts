import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { pageOf } from '../api/action.ts';
import type { Ask } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';
import type { Field, Option } from './field.ts';

const Item = z.object({
  value: z.union([z.string(), z.number()]),
  title: z.string(),
  group: z.string().optional(),
});
const Page = pageOf(Item);

/** So many pieces of a list are read at most: 2000 options are more than anybody scrolls through. */
const MOST_PIECES = 10;

/** What a field may be filled with: from the schema, or listed behind its address. */
export function useOptions({ options, href }: Field): {
  options: readonly Option[];
  isLoading: boolean;
  error: unknown;
} {
  const ask = useAsk();
  const listed = useQuery({
    queryKey: ['options', href],
    enabled: href !== undefined,
    staleTime: 300_000,
    queryFn: ({ signal }) => readAll(ask, href ?? '', signal),
  });
  if (href === undefined) return { options, isLoading: false, error: null };
  return { options: listed.data ?? options, isLoading: listed.isPending, error: listed.error };
}

async function readAll(ask: Ask, href: string, signal: AbortSignal): Promise<Option[]> {
  const found: Option[] = [];
  let cursor: string | null | undefined;
  for (let piece = 0; piece < MOST_PIECES; piece += 1) {
    const page = await ask(Page, pieceOf(href, cursor), { signal });
    found.push(...page.items.map((item) => ({ ...item, value: String(item.value) })));
    cursor = page.nextCursor;
    if (cursor === undefined || cursor === null) break;
  }
  return found;
}

function pieceOf(href: string, cursor: string | null | undefined): string {
  const [path = '', query = ''] = href.split('?');
  const wish = new URLSearchParams(query);
  if (!wish.has('limit')) wish.set('limit', '200');
  if (cursor !== null && cursor !== undefined) wish.set('cursor', cursor);
  return `${path}?${wish.toString()}`;
}

/** Options in their groups, in the order in which the groups first appear. */
export function grouped(options: readonly Option[]): [group: string, options: Option[]][] {
  const groups = new Map<string, Option[]>();
  for (const option of options) {
    const group = option.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  return [...groups];
}
