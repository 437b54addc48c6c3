import { z } from 'zod';
import type { Ask } from '../../api/ask.ts';
import { TargetedAction, Titled } from '../../api/matters.ts';
import type { Action } from '../../api/action.ts';
import type { FieldSchema } from '../../form/schema.ts';

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

type Form = Action['input'];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What can be chosen in both; undefined where nothing can. */
function bothFields(a: FieldSchema, b: FieldSchema | undefined): FieldSchema | undefined {
  if (isSame(a, b)) return a;
  const known = new Set(b?.oneOf?.map((one) => one.const));
  const shared = a.oneOf?.filter((one) => known.has(one.const)) ?? [];
  const isAlike = shared.length > 0 && isSame({ ...a, oneOf: shared }, { ...b, oneOf: shared });
  return isAlike ? { ...a, oneOf: shared } : undefined;
}

/** The form that fits both: the same fields, with the choices that both have; undefined where they ask for something else. */
function bothForms(a: Form, b: Form): Form | undefined {
  if (!isSame(a.required, b.required) || !isSame(Object.keys(a.properties), Object.keys(b.properties)))
    return undefined;
  const properties: Form['properties'] = {};
  for (const [name, field] of Object.entries(a.properties)) {
    const both = bothFields(field, b.properties[name]);
    if (both === undefined) return undefined;
    properties[name] = both;
  }
  return { ...a, properties };
}

/** The act of that name among others; none where it is offered on several things, for then nobody can tell which is meant. */
function onlyOf(actions: readonly Action[], name: string): Action | undefined {
  const found = actions.filter((action) => action.name === name);
  return found.length === 1 ? found[0] : undefined;
}

/** The acts that each of the lists offers once under the same name, with a form that fits all of them. */
export function inCommon(lists: readonly (readonly Action[])[]): readonly Action[] {
  const [first = [], ...rest] = lists;
  return first.flatMap((action) => {
    if (onlyOf(first, action.name) === undefined) return [];
    const input = rest.reduce<Form | undefined>((form, actions) => {
      const same = onlyOf(actions, action.name);
      return form && same && bothForms(form, same.input);
    }, action.input);
    return input === undefined ? [] : [{ ...action, input }];
  });
}
