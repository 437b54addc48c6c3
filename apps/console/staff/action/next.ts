import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import { pageOf } from '../../api/action.ts';
import type { Action } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import { addressOf } from '../../api/processes.ts';
import { useTellNext } from './next-told.tsx';
import { Offering, targetOf } from './offered.ts';

const KEPT = 'minqing next';

/** Whether the next task opens by itself after one was finished; remembered in this browser. */
export const isNextOpened = (): boolean => localStorage.getItem(KEPT) !== 'off';
export const openNext = (on: boolean): void => localStorage.setItem(KEPT, on ? 'on' : 'off');

/** Where somebody came from who opened a page to work: the workbench's own query. */
const Came = z.object({ desk: z.string() });
export const cameFrom = (state: unknown): string | undefined => Came.safeParse(state).data?.desk;

const Waiting = pageOf(z.object({ id: z.string(), process: z.object({ href: z.string() }) }));

const isOfTask = (href: string) => href.startsWith(at('tasks/'));

/** Whether the act finished its task: then nobody has to do it any more. */
export function useIsFinished(): (action: Action) => Promise<boolean> {
  const ask = useAsk();
  return async (action) => {
    const href = targetOf(action);
    if (!isOfTask(href)) return false;
    return (await ask(Offering, href)).status !== 'open';
  };
}

/**
 * After an act on a page that was opened from the workbench: when the task is finished, the next one by time left opens,
 * unless this process itself goes on with the same person, or he wants to stay.
 */
export function useNextPage(): (action: Action) => Promise<void> {
  const ask = useAsk();
  const navigate = useNavigate();
  const { state, pathname } = useLocation();
  const isFinished = useIsFinished();
  const tellNext = useTellNext();
  return async (action) => {
    const desk = cameFrom(state);
    if (desk === undefined || !isNextOpened() || !(await isFinished(action))) return;
    const wish = new URLSearchParams(desk);
    wish.set('limit', '20');
    const { items } = await ask(Waiting, at(`tasks?${wish.toString()}`));
    const isHere = items.some(({ process }) => addressOf(process.href) === pathname);
    const next = items.find(({ id }) => at(`tasks/${id}`) !== targetOf(action));
    if (isHere || next === undefined) return;
    await navigate(addressOf(next.process.href), { state });
    tellNext(pathname);
  };
}
