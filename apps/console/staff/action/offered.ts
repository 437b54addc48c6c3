import { z } from 'zod';
import type { Ask } from '../../api/ask.ts';
import { TargetedAction, Titled } from '../../api/matters.ts';
import type { Action } from '../../api/action.ts';

/** What any resource with acts says of itself: a task, a matter, a card, a process. */
export const Offering = z.object({
  actions: z.array(TargetedAction).default([]),
  status: z.string().optional(),
  /** A task says what it asks for and which matter it is of. */
  ask: z.string().optional(),
  matter: z.string().nullish(),
  heldBy: Titled.nullish(),
});
export type Offering = z.infer<typeof Offering>;

/** How long what may be done is believed without asking again. Milliseconds. */
const FRESH = 10_000;

/** Asks what may be done with the resource at an address; what becomes of tasks makes it stale. */
export const offeredAt = (ask: Ask, href: string) => ({
  queryKey: ['task', href],
  staleTime: FRESH,
  queryFn: ({ signal }: { signal?: AbortSignal }) => ask(Offering, href, { signal }),
});

/** The resource that an act is done to. */
export const targetOf = ({ href }: Action): string => href.replace(/\/acts\/[^/]+$/, '');

const sameForm = (a: Action, b: Action): boolean => JSON.stringify(a.input) === JSON.stringify(b.input);

/** The act of that name among others; none where it is offered on several things, for then nobody can tell which is meant. */
function onlyOf(actions: readonly Action[], name: string): Action | undefined {
  const found = actions.filter((action) => action.name === name);
  return found.length === 1 ? found[0] : undefined;
}

/** The acts that each of the lists offers once under the same name and with the same form. */
export function inCommon(lists: readonly (readonly Action[])[]): readonly Action[] {
  const [first = [], ...rest] = lists;
  return first.filter((action) => {
    if (onlyOf(first, action.name) === undefined) return false;
    return rest.every((actions) => {
      const same = onlyOf(actions, action.name);
      return same !== undefined && sameForm(same, action);
    });
  });
}
