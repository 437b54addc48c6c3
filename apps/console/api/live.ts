import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { at } from './ask.ts';
import { calm } from './calm.ts';

const Stale = z.object({ topics: z.array(z.string()) });

/** Which queries each topic makes stale; a query is known by the first part of its key. */
const queriesOf: Readonly<Record<string, readonly string[]>> = {
  tasks: ['tasks', 'task'],
  matters: ['matters', 'cards', 'processes', 'items'],
  processes: ['processes', 'cards'],
  items: ['items'],
  notices: ['notices'],
};

/** Numbers over many: whatever happens moves them, and a burst of it is one reload. Milliseconds. */
const FIGURES = ['overview', 'statistics'];
const MOVE_FIGURES = ['everything', 'matters', 'processes'];
const PAUSE = 3_000;

/** Listens to what went stale on the server and asks for it again, as long as the page is open. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(at('events'));
    const figures = calm(() => FIGURES.forEach((name) => forgetAll(client, name)), PAUSE);
    source.addEventListener('stale', ({ data }) => {
      const topics = topicsIn(data);
      forget(client, topics);
      if (topics.some((topic) => MOVE_FIGURES.includes(topic))) figures.ask();
    });
    return () => {
      source.close();
      figures.leave();
    };
  }, [client]);
}

const forgetAll = (client: QueryClient, name: string): void =>
  void client.invalidateQueries({ queryKey: [name] });

function topicsIn(data: unknown): readonly string[] {
  const parsed = Stale.safeParse(JSON.parse(String(data)));
  return parsed.success ? parsed.data.topics : ['everything'];
}

function forget(client: QueryClient, topics: readonly string[]): void {
  if (topics.includes('everything')) {
    void client.invalidateQueries({ predicate: ({ queryKey: [name] }) => !FIGURES.includes(String(name)) });
    return;
  }
  for (const topic of topics) {
    const [, one] = /^(?:matter|process):(.+)$/.exec(topic) ?? [];
    if (one !== undefined) void client.invalidateQueries({ queryKey: ['matter', one] });
    for (const name of queriesOf[topic] ?? []) forgetAll(client, name);
  }
}
