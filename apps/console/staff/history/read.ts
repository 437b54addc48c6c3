import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { Ask } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import type { Proceeding } from '../../api/matters.ts';
import { HistoryLine } from './line.ts';

const Page = z.object({
  items: z.array(HistoryLine),
  names: z.record(z.string(), z.string()).default({}),
  nextCursor: z.string().nullish(),
});

type Names = z.infer<typeof Page>['names'];

/** People in the place of their ids. */
function named(line: HistoryLine, names: Names): HistoryLine {
  const { to, from } = line.event;
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : (names[id] ?? id));
  return { ...line, event: { ...line.event, to: nameOf(to), from: nameOf(from) } };
}

async function readAll(ask: Ask, href: string, signal: AbortSignal): Promise<HistoryLine[]> {
  const lines: HistoryLine[] = [];
  let cursor = '';
  for (;;) {
    const page = await ask(Page, `${href}?limit=200${cursor}`, { signal });
    lines.push(...page.items.map((line) => named(line, page.names)));
    if (page.nextCursor === null || page.nextCursor === undefined) return lines;
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
}

/** The whole course of a process, read once for all parts of a page. */
export function useHistory({ id, links }: Pick<Proceeding, 'id' | 'links'>) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['matter', id, 'history'],
    enabled: links.history !== null,
    queryFn: ({ signal }) => readAll(ask, links.history ?? '', signal),
  });
}
