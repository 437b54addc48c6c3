import { useOutletContext } from 'react-router';
import { z } from 'zod';
import { Action, pageOf } from '../../api/action.ts';
import { LedgerLine, Titled } from '../../api/matters.ts';
import { hasRole } from '../../api/session.ts';
import type { Session } from '../../api/session.ts';
import { useKept } from './kept.ts';

export const Place = z.object({
  value: z.string(),
  title: z.string(),
  level: z.string(),
  within: z.string().nullable(),
  isGrid: z.boolean(),
  open: z.int(),
  late: z.int(),
});
export type Place = z.infer<typeof Place>;

export const KindUsed = z.object({ value: z.string(), title: z.string(), group: z.string(), used: z.int() });
export type KindUsed = z.infer<typeof KindUsed>;

/** My grids with all that lies in them, and the kinds, those first that are reported most. */
const Grid = z.object({ asOf: z.string(), places: z.array(Place), kinds: z.array(KindUsed) });
export type Grid = z.infer<typeof Grid>;

export const useGrid = (person: string) => useKept(person, ['matters', 'patrol'], Grid);

/** A task of mine as the inbox has it, as far as a round needs it. */
export const RoundTask = z.object({
  id: z.string(),
  title: z.string(),
  ask: z.string(),
  process: z.object({
    id: z.string(),
    href: z.string(),
    process: Titled,
    label: z.string(),
    place: Titled.nullable(),
  }),
  card: z.string().nullable(),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
});
export type RoundTask = z.infer<typeof RoundTask>;

export const useRoundTasks = (person: string) =>
  useKept(person, ['tasks', 'tasks?limit=50'], pageOf(RoundTask));

/** One task with what may be done about it. */
export const Task = z.object({
  id: z.string(),
  title: z.string(),
  ask: z.string(),
  step: Titled,
  process: z.string(),
  card: z.string().nullable(),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
  actions: z.array(Action),
});
export type Task = z.infer<typeof Task>;

export const taskPath = (id: string): string => `tasks/${encodeURIComponent(id)}`;

/** The open matters of my grids by time left, and the form of a report. */
const Open = pageOf(LedgerLine).extend({ actions: z.array(Action) });

export const useOpenMatters = (person: string) =>
  useKept(person, ['matters', 'matters?status=open&sort=due&limit=50'], Open);

/** The reader's id, and whether a round is his at all. */
export function useWalker(): { person: string; isWalker: boolean } {
  const session = useOutletContext<Session>();
  return { person: session.person?.id ?? '', isWalker: hasRole(session, 'gridWorker') };
}
