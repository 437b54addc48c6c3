import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { pageOf } from '../api/action.ts';
import { at } from '../api/ask.ts';
import { useAsk } from '../api/asker.tsx';

/** A task that asks for somebody by name, or as the reporter. */
const Task = z.object({
  id: z.string(),
  href: z.string(),
  title: z.string(),
  ask: z.string(),
  dueAt: z.string().nullable(),
  process: z.object({ id: z.string(), label: z.string() }),
});
export type Task = z.infer<typeof Task>;

/** What asks for this person, by time left. */
export function useWaiting() {
  const ask = useAsk();
  return useQuery({
    queryKey: ['tasks', 'resident'],
    queryFn: ({ signal }) => ask(pageOf(Task), at('tasks?limit=50'), { signal }),
  });
}
