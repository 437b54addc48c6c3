import type { Performer } from '../../workflows/process/actor.ts';
import type { State, Task } from '../../workflows/process/state.ts';
import { openTasks } from '../../workflows/process/state.ts';
import { asked, here, inSteadOf, present } from './present.ts';
import type { Recipient } from './present.ts';
import { upwards } from './staff.ts';
import type { Holder, Staff } from './staff.ts';
import { higher, standIn } from './stand-in.ts';

/** A recipient with the part of the ladder that reached them: holder, head, superior or supervisor. */
export type Told = Recipient & { as: string };

/** Whom a rung or an urging reaches, each person once, by the first part that names them. */
export function recipientsOf(
  to: readonly string[],
  task: Task | undefined,
  state: State,
  staff: Staff,
): Told[] {
  const tasks = task === undefined ? openTasks(state).filter(({ isWindow }) => !isWindow) : [task];
  const told = to.flatMap((as) =>
    tasks.flatMap((one) => parts[as]?.(one, state, staff) ?? []).map((recipient) => ({ ...recipient, as })),
  );
  return [...new Map([...told].reverse().map((one) => [one.person, one])).values()].reverse();
}

type Part = (task: Task, state: State, staff: Staff) => Recipient[];

const parts: Readonly<Record<string, Part>> = { holder, head, superior, supervisor };

/** Whoever holds the task now: its claimer, else all whom it asks for, else whoever stands in. */
function holder({ performer, heldBy }: Task, { place }: State, staff: Staff): Recipient[] {
  if (performer.reporterOf !== undefined) return [];
  const all = asked(performer, place, staff);
  const claimers = all.filter(({ person }) => person === heldBy);
  const groups = [here(claimers), claimers.flatMap((a) => inSteadOf(a, staff)), present(all, staff)];
  const found = groups.find((group) => group.length > 0);
  return found ?? [standIn(performer, place, staff)].flatMap((one) => one ?? []);
}

/** The head of the unit that the task asks for, or of those whom it asks for; else of the next higher one. */
function head({ performer }: Task, { place }: State, staff: Staff): Recipient[] {
  return firstThere([ownHeads(performer, place, staff), ...higher(performer, place, staff)], staff);
}

/** The head of whatever stands above. */
function superior({ performer }: Task, { place }: State, staff: Staff): Recipient[] {
  const own = new Set(ownHeads(performer, place, staff).map(({ person }) => person));
  const above = higher(performer, place, staff).map((group) =>
    group.filter(({ person }) => !own.has(person)),
  );
  return firstThere(above, staff);
}

const ownHeads = (performer: Performer, place: string, staff: Staff): Holder[] =>
  asked(performer, place, staff).filter(({ isHead }) => isHead);

/** Every supervisor whose area covers the process. */
function supervisor(_task: Task, { place }: State, staff: Staff): Recipient[] {
  const posts = upwards(place).flatMap((path) => staff.atPlace(path));
  return present(
    posts.filter(({ role, callBack }) => role === 'supervisor' && !callBack),
    staff,
  );
}

const firstThere = (groups: readonly (readonly Holder[])[], staff: Staff): Recipient[] =>
  groups.map((group) => present(group, staff)).find((group) => group.length > 0) ?? [];
