import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { at } from './ask.ts';

const Stale = z.object({ topics: z.array(z.string()) });

/** Which queries each topic makes stale; a query is known by the first part of its key. */
const queriesOf: Readonly<Record<string, readonly string[]>> = {
  tasks: ['tasks', 'task'],
  matters: ['matters', 'overview', 'cards', 'processes', 'items'],
  processes: ['processes', 'overview', 'cards'],
  items: ['items'],
  notices: ['notices'],
};

/** Listens to what went stale on the server and asks for it again, as long as the page is open. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(at('events'));
    source.addEventListener('stale', ({ data }) => forget(client, topicsIn(data)));
    return () => source.close();
  }, [client]);
}

function topicsIn(data: unknown): readonly string[] {
  const parsed = Stale.safeParse(JSON.parse(String(data)));
  return parsed.success ? parsed.data.topics : ['everything'];
}

function forget(client: QueryClient, topics: readonly string[]): void {
  if (topics.includes('everything')) {
    void client.invalidateQueries();
    return;
  }
  for (const topic of topics) {
    const [, one] = /^(?:matter|process):(.+)$/.exec(topic) ?? [];
    if (one !== undefined) void client.invalidateQueries({ queryKey: ['matter', one] });
    for (const name of queriesOf[topic] ?? []) void client.invalidateQueries({ queryKey: [name] });
  }
}
