// The verdicts of a livelihood entry: who keeps the ledger, what has been spent, and until when it is to be done.
import type { Performer } from '../../process/actor.ts';
import { untilDay } from '../../process/acts/limits.ts';
import type { Scene } from '../../process/definition.ts';
import { factsOf } from '../../process/event.ts';
import type { Event } from '../../process/event.ts';
import { takenDown } from '../../process/follow.ts';
import type { Heard } from '../../process/heard.ts';
import { numbersIn } from '../../process/numbers.ts';
import { itemsOf, nextId } from '../../process/state.ts';
import type { State } from '../../process/state.ts';
import type { WorkTime } from '../../rules/calendar.ts';
import { dayNumber, dayOf, toLocal } from '../../rules/local-time.ts';
import { BadInput } from '../../rules/violation.ts';
import type { z } from 'zod';
import { EntryFacts, LivelihoodNumbers } from './contract.ts';
import type { Progress } from './contract.ts';

export const factsIn = (state: State): EntryFacts => EntryFacts.parse(state.facts);
export const entryNumbers = (scene: Scene): LivelihoodNumbers => numbersIn(scene, LivelihoodNumbers);

/** The year that a moment lies in, by the wall clock of the place. */
export const yearOf = (at: Date, { office }: WorkTime): number =>
  new Date(toLocal(at, office.utcOffset)).getUTCFullYear();

/** A matter of the year is to be done within it. */
export const untilYearEnd = (scene: Scene): string => untilDay(scene, `${factsIn(scene.state).year}-12-31`);

/** The subdistrict keeps the ledger of what lies in it, the district its own. */
export function keeperOf({ place }: State): Performer {
  const [district = '', subdistrict] = place.split('/');
  if (subdistrict === undefined) return { role: 'supervisor', place: district };
  return { role: 'subdistrict', place: `${district}/${subdistrict}` };
}

/** Checked by who keeps the ledger, and never by the unit that did it. */
export const checkerOf = (state: State): Performer => ({ ...keeperOf(state), notUnit: factsIn(state).unit });

/** Yuan, without the dust of adding fractions. */
const sum = (a: number, b: number): number => Math.round((a + b) * 100) / 100;

/** One more line of the ledger; money spent adds up. Throws BadInput for a day that has not come yet. */
export function recorded({ state, now, time }: Scene, line: z.infer<typeof Progress>): Event[] {
  if (dayNumber(line.day) > dayOf(now, time.office.utcOffset))
    throw new BadInput('dayToCome', { day: line.day });
  const spent = sum(factsIn(state).spent, line.spent);
  return [
    { type: 'itemAdded', item: nextId('i', state.items), kind: 'record', facts: factsOf(line) },
    { type: 'noted', what: 'spent', facts: { spent } },
  ];
}

/** A claimed task that served this entry has ended: a line of its own. */
export function heardOf(scene: Scene, heard: Heard): Event[] {
  const { process, what, facts } = heard;
  const isKnown = itemsOf(scene.state, 'task').some((item) => item.facts['process'] === process);
  if (what !== 'ended' || isKnown || facts['unit'] === undefined) return takenDown(scene, heard);
  const item = nextId('i', scene.state.items);
  return [{ type: 'itemAdded', item, kind: 'task', facts: factsOf({ ...facts, process }) }];
}
