import { loadCalendar, loadPolicy } from '../../../policies/load.ts';
import { loadTown } from '../../../prisma/catalogue.ts';
import { loadPolicies } from '../../../prisma/policies.ts';
import type { Say } from '../progress.ts';
import { step } from '../progress.ts';
import { Chance } from './chance.ts';
import { Door } from './door.ts';
import { actsOf, countAll } from './figures.ts';
import { judge } from './invariants.ts';
import { signInAll } from './people.ts';
import { carryOut } from './phases/carry-out.ts';
import { claim } from './phases/claim.ts';
import { close } from './phases/close.ts';
import { collect } from './phases/collect.ts';
import { list } from './phases/list.ts';
import type { Task } from './phases/list.ts';
import { meet } from './phases/meet.ts';
import { merge } from './phases/merge.ts';
import { openQuarters } from './phases/open.ts';
import type { Scale } from './scale.ts';
import type { Stage } from './stage.ts';
import { knownBy, townOf } from './town.ts';

/** The pack of the text that the quarterly claims come from [002]. */
const POLICY = 'xiapu';

/** Plays a whole quarter in every subdistrict at once, phase by phase; answers the figures and what is broken. */
export async function playQuarter(stage: Stage, scale: Scale, seed: number, say: Say) {
  const chance = new Chance(seed);
  const { db } = stage;
  const phases: Record<string, number> = {};
  const phase = async <T>(name: string, play: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await step(name, say, play);
    phases[name] = Math.round((performance.now() - start) / 100) / 10;
    return result;
  };
  const { casts, offset, door } = await phase('town', () => settle(stage, scale));
  const quarters = await phase('open', () => openQuarters(stage, { scale, casts, offset, chance }));
  const start = performance.now();
  const all =
    <T>(play: (quarter: (typeof quarters)[number], n: number) => Promise<T>) =>
    () =>
      Promise.all(quarters.map(play));
  await phase(
    'collect',
    all((quarter) => collect(door, quarter)),
  );
  await phase(
    'merge',
    all((quarter) => merge(door, quarter)),
  );
  await phase(
    'claim',
    all((quarter) => claim(stage, door, quarter)),
  );
  await phase(
    'meet',
    all((quarter) => meet(stage, door, quarter)),
  );
  const tasks: Task[][] = await phase(
    'list',
    all((quarter) => list(stage, door, quarter)),
  );
  await phase(
    'carryOut',
    all((quarter, n) => carryOut(stage, door, quarter, tasks[n] ?? [])),
  );
  await phase(
    'close',
    all((quarter, n) => close(stage, door, quarter, tasks[n] ?? [])),
  );
  const acts = actsOf(door, (performance.now() - start) / 1_000);
  const ids = quarters.map(({ id }) => id);
  const broken = await phase('judge', () => judge(db, ids));
  return { ...(await countAll(stage, ids)), acts, phases, broken };
}

/** Puts the town in and everybody at the door of the API. */
async function settle({ db, url }: Stage, scale: Scale) {
  const policy = await loadPolicy(POLICY);
  const long = new Date('2018-01-01T00:00:00+08:00');
  await loadPolicies(db, [{ policy, calendar: await loadCalendar(policy.calendar) }], long);
  const { town, casts } = townOf(scale, policy.name);
  const ids = await loadTown(db, town);
  const door = new Door(url, await signInAll(db, ids.people));
  return { casts: casts.map((cast) => knownBy(ids, cast)), offset: policy.office.utcOffset, door };
}
