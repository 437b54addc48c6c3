import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { newId } from '../../prisma/id.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { record } from '../../prisma/record.ts';
import { factsOf } from '../../workflows/process/event.ts';
import { extendClock, pauseClock } from '../../workflows/rules/clock.ts';
import { play, registered } from '../prisma/course.ts';
import type { Player } from '../prisma/course.ts';
import type { LivingTown } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';

export const policy = await loadPolicy('dongsheng');
const calendar = await loadCalendar('cn');

/** The small town under its pack, with matters as recording leaves them. */
export async function openWatched() {
  const house = await openHouse();
  await loadPolicies(house.db, [{ policy, calendar }], new Date('2018-01-01'));
  const unit = (code: string) => house.ids.units.get(code) ?? '';
  const town: LivingTown = {
    ...{ url: house.url, db: house.db, unit, end: () => house.close() },
    place: (path) => house.ids.places.get(path) ?? '',
    person: (account) => house.ids.people.get(account) ?? '',
  };
  const keep = async (make: (id: string) => Player): Promise<string> => {
    const id = newId();
    await record(house.db, id, make(id).entries());
    return id;
  };
  return { house, town, unit, keep };
}

/** At the department since March 2025, and struck by the whole ladder. */
export function longLate(town: LivingTown, id: string): Player {
  const player = registered(town, id);
  player.happen({ type: 'stepEntered', step: 'handle' });
  player.open('handle', { unit: town.unit('housing') });
  player.wait(24 * 14);
  return player;
}

/** Handed to a unit this minute. */
export function fresh(town: LivingTown, id: string, unit = 'transport'): Player {
  const player = play(town, id, new Date().toISOString());
  player.happen({ type: 'stepEntered', step: 'handle' });
  player.open('handle', { unit: town.unit(unit) });
  return player;
}

/** The same, and its clock stands still. */
export function hung(town: LivingTown, id: string): Player {
  const player = fresh(town, id);
  const { now, time, state } = player.scene();
  const clock = pauseClock(state.clocks['c1']!, 'suspension', now, time);
  player.happen({ type: 'clockMoved', why: 'paused', clock });
  return player;
}

type Said = Partial<Record<'isValid' | 'contacted' | 'solved', boolean>> & {
  satisfaction?: string;
  matter?: string;
};

/** Closed and scored on 6 October 2025, after what its reporters said. */
export function judged(
  town: LivingTown,
  id: string,
  { unit, said, facts = {} }: { unit: string; said: Said[]; facts?: object },
): Player {
  const player = play(town, id, '2025-10-06T01:00:00Z');
  const ratings = said.map((one) => ({ matter: id, isValid: true, ...one }));
  const score = {
    start: 100,
    floor: 0,
    total: 85,
    lines: [{ reason: 'ratedUnsolved', points: -15, times: 1 }],
  };
  player.happen(
    { type: 'noted', what: 'triaged', facts: factsOf({ lead: town.unit(unit) }) },
    { type: 'noted', what: 'rated', facts: factsOf({ ratings }) },
    { type: 'noted', what: 'scored', facts: factsOf({ score, ...facts }) },
    { type: 'closed', ending: 'closed' },
  );
  return player;
}

/** Extended twice, then returned; the next unit did it, and had to do it again. */
export function unlucky(town: LivingTown, id: string): Player {
  const player = play(town, id, '2025-11-03T01:00:00Z');
  const { happen, open, scene } = player;
  happen({ type: 'stepEntered', step: 'handle' });
  open('handle', { unit: town.unit('housing') });
  for (const term of ['1wd', '2wd']) {
    const { state, now, time } = scene();
    happen({
      type: 'clockMoved',
      why: 'extended',
      clock: extendClock(state.clocks['c1']!, term, 's', now, time),
    });
  }
  player.wait(1);
  happen({ type: 'taskEnded', task: 't1', how: 'returned' });
  open('handle', { unit: town.unit('transport') });
  player.wait(1);
  happen({ type: 'taskCompleted', task: 't2', outcome: 'submitResult', form: {} });
  open('handle', { unit: town.unit('transport') });
  return player;
}
