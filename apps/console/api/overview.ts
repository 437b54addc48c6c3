import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { Ask } from './ask.ts';
import { at } from './ask.ts';
import { useAsk } from './asker.tsx';
import { hasRole } from './session.ts';
import type { Session } from './session.ts';

const By = z.record(z.string(), z.int());

/** How things stand in what the reader may see, in numbers. */
export const Overview = z.object({
  open: z.int(),
  closed: z.int(),
  overdue: z.int(),
  paused: z.int(),
  cards: By,
  withoutHolder: z.int(),
  waiting: z.int(),
});
export type Overview = z.infer<typeof Overview>;

export const overviewOf = (ask: Ask) => ({
  queryKey: ['overview'],
  queryFn: () => ask(Overview, at('overview')),
});

const Inbox = z.object({ boxes: z.object({ todo: z.int(), doing: z.int() }) });

/** What waits for the reader: what is free for him, and what he holds. */
const waitingTasks = (ask: Ask) => ({
  queryKey: ['tasks', 'counts'],
  queryFn: async () => {
    const { boxes } = await ask(Inbox, at('tasks?limit=1'));
    return boxes.todo + boxes.doing;
  },
});

const Unread = z.object({ unread: z.int() });

/** What waits for somebody, by the page where it waits. */
export type Waiting = Readonly<Record<'inbox' | 'supervision' | 'notices', number>>;

const sum = (counts: Record<string, number> = {}): number =>
  Object.values(counts).reduce((all, n) => all + n, 0);

/** The numbers beside the navigation; what a role has no part in is not asked for. */
export function useWaiting(session: Session): Waiting {
  const ask = useAsk();
  const isAtWork = hasRole(
    session,
    'gridWorker',
    'community',
    'subdistrict',
    'department',
    'supervisor',
    'auditor',
    'deputy',
  );
  const tasks = useQuery({ ...waitingTasks(ask), enabled: isAtWork });
  const overview = useQuery({ ...overviewOf(ask), enabled: isAtWork });
  const notices = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: () => ask(Unread, at('notices?limit=1')),
  });
  return {
    inbox: tasks.data ?? 0,
    supervision: sum(overview.data?.cards),
    notices: notices.data?.unread ?? 0,
  };
}
