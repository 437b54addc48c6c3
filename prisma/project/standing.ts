import { z } from 'zod';
import type { State } from '../../workflows/process/state.ts';

/** open, or what ended it while things are still being settled, then closed. */
export function statusOf(state: State): string {
  if (state.closedAt !== undefined) return 'closed';
  return state.ending === undefined ? 'open' : 'ending';
}

/** Due time of the whole; unknown while it is paused. */
export function dueOf(state: State): { due_at?: string | null; is_paused: boolean } {
  const clock = Object.values(state.clocks).find(({ of }) => of === 'matter');
  return { due_at: clock?.dueAt, is_paused: clock?.state === 'paused' };
}

/** Units that facts name, of a process or of an item. */
const UnitFacts = z.looseObject({
  unit: z.uuid().nullish().catch(undefined),
  lead: z.uuid().nullish().catch(undefined),
  helpers: z.array(z.uuid()).catch([]).default([]),
});

function namedIn(facts: object): string[] {
  const { unit, lead, helpers } = UnitFacts.parse(facts);
  return [...(unit ? [unit] : []), ...(lead ? [lead] : []), ...helpers];
}

/** Every unit that has or had a part in it, in a fixed order. */
export function unitsOf(state: State): string[] {
  const asked = Object.values(state.tasks).flatMap(({ performer }) => performer.unit ?? []);
  const listed = Object.values(state.items).flatMap(({ facts }) => namedIn(facts));
  return [...new Set([...namedIn(state.facts), ...asked, ...listed])].sort();
}
