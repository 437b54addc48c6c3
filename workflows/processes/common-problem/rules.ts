// The verdicts on a common problem: in how many places it is, who decides, who hears of its end.
import type { Performer } from '../../process/actor.ts';
import type { Scene } from '../../process/definition.ts';
import { factsOf } from '../../process/event.ts';
import type { Event, Facts } from '../../process/event.ts';
import { parentOf } from '../../process/follow.ts';
import { HEAR } from '../../process/heard.ts';
import { numbersIn } from '../../process/numbers.ts';
import { itemsOf, nextId, openItems } from '../../process/state.ts';
import type { Item, State } from '../../process/state.ts';
import { ProblemFacts, ProblemNumbers, Sighting } from './contract.ts';

export const factsIn = (state: State): ProblemFacts => ProblemFacts.parse(state.facts);
export const sightingIn = (item: Item): Sighting => Sighting.parse(item.facts);
export const numbers = (scene: Scene): ProblemNumbers => numbersIn(scene, ProblemNumbers);

/** The supervisors of the district, whose office it is; never one of the unit that has it in hand. */
export const supervisors = ({ place }: State, notUnit?: string): Performer => ({
  role: 'supervisor',
  place: place.split('/')[0],
  notUnit,
});

/** The different places where it has been seen. */
export const placesOf = (state: State): string[] => [
  ...new Set(itemsOf(state, 'sighting').map((item) => sightingIn(item).place)),
];

/** The same item of the same process is one sighting, however often it is said. */
export const isKnown = (state: State, { process, item }: Sighting): boolean =>
  process !== undefined &&
  itemsOf(state, 'sighting')
    .map(sightingIn)
    .some((known) => known.process === process && known.item === item);

/** One more sighting on the list. */
export const sighted = ({ items }: State, sighting: Sighting): Event => ({
  ...{ type: 'itemAdded', item: nextId('i', items), kind: 'sighting' },
  facts: factsOf(sighting),
});

/** What those who raised it hear. */
export function reportOf(state: State): Facts {
  const { unit, level, result, measure, recurrences, mergedInto: goesOnIn } = factsIn(state);
  return factsOf({ unit, level, result, measure, recurrences, goesOnIn });
}

/**
 * Everybody who has raised it hears how it ends, each once, and his sighting is closed. Whoever began it is told by the
 * kit at the end of the process; by this already where only the watch is left.
 */
export function endHeard(state: State, ending: string, isLast: boolean): Event[] {
  const parent = parentOf(state);
  return openItems(state, 'sighting').flatMap((listed): Event[] => {
    const { process, item } = sightingIn(listed);
    const closed: Event = { type: 'itemClosed', item: listed.id, ending };
    const isToldAnyway = isLast && process === parent?.process && item === parent?.item;
    if (process === undefined || item === undefined || isToldAnyway) return [closed];
    const facts = { ...reportOf(state), ending };
    const input = factsOf({ process: state.id, item, what: 'ended', facts });
    return [closed, { type: 'messageSent', to: process, act: HEAR, input }];
  });
}

/** Merged: the other problem takes over what was seen here, and tells those who raised it. */
export const handedOn = (state: State, into: string): Event[] =>
  openItems(state, 'sighting').flatMap((listed): Event[] => [
    { type: 'messageSent', to: into, act: 'joinProblem', input: factsOf(sightingIn(listed)) },
    { type: 'itemClosed', item: listed.id, ending: 'merged' },
  ]);

/** How often the work was given back: after the policy's number the next assignment binds. */
export const returnsOf = (state: State): number =>
  Object.values(state.requests).filter((r) => r.kind === 'return' && r.status === 'granted').length;
