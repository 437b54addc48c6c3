import { NotNow } from '../rules/violation.ts';
import { factsOf } from './event.ts';
import type { Event } from './event.ts';
import type { Item, State } from './state.ts';

interface Stands {
  readonly state: State;
}

/** Refuses what comes after the end. Throws NotNow. */
export function mustBeOpen({ state: { ending } }: Stands): void {
  if (ending !== undefined) throw new NotNow('processEnded', { ending });
}

/** Refuses what is not done at these steps, nor after the end. Throws NotNow. */
export function mustStandAt({ state }: Stands, ...steps: string[]): void {
  mustBeOpen({ state });
  if (!steps.includes(state.step)) throw new NotNow('otherStep', { step: state.step });
}

/** The open item of that kind that an act is aimed at. Throws NotNow. */
export function openItem(item: Item | undefined, kind: string): Item {
  if (item?.kind !== kind) throw new NotNow('noSuchItem');
  if (item.closedAt !== undefined) throw new NotNow('itemClosed', { ending: item.ending ?? '' });
  return item;
}

/** More items of a kind, one event each. */
export function added(state: State, kind: string, ...all: object[]): Event[] {
  const last = Object.keys(state.items).length;
  return all.map((facts, n) => ({
    ...{ type: 'itemAdded', item: `i${last + n + 1}`, kind },
    facts: factsOf(facts),
  }));
}

/** What an item says from now on besides what it said. */
export const changed = ({ id }: Item, what: string, facts: object, words?: string): Event => ({
  ...{ type: 'itemChanged', item: id, what, words },
  facts: factsOf(facts),
});
