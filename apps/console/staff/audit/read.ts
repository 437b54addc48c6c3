import { useQuery } from '@tanstack/react-query';
import type { Ask } from '../../api/ask.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { Audit, CoursePage } from './answer.ts';
import type { CourseLine } from './answer.ts';

/** The head of an audit. */
export function useAudit(id: string) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['audit', id],
    queryFn: ({ signal }) => ask(Audit, at(`audits/${id}`), { signal }),
  });
}

/** The whole course, piece after piece. */
export function useCourse({ id, links }: Audit) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['audit', id, 'course'],
    queryFn: ({ signal }) => readAll(ask, links.course, signal),
  });
}

async function readAll(ask: Ask, href: string, signal: AbortSignal): Promise<CourseLine[]> {
  const lines: CourseLine[] = [];
  for (let cursor = ''; ;) {
    const page = await ask(CoursePage, `${href}?limit=200${cursor}`, { signal });
    lines.push(...page.items);
    if (page.nextCursor === null || page.nextCursor === undefined) return lines;
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
}
