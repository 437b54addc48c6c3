import { isAskedFor } from '../../workflows/process/actor.ts';
import type { Performer } from '../../workflows/process/actor.ts';
import { asked, present } from './present.ts';
import type { Recipient } from './present.ts';
import { actorOf, upwards } from './staff.ts';
import type { Holder, Staff } from './staff.ts';

/** vacant: nobody holds what is asked for. away: all who do are away, and nobody acts for them. */
export type Reason = 'vacant' | 'away';

/** Why somebody has to stand in for those whom the task asks for; undefined when somebody is there. */
export function reasonFor(performer: Performer, place: string, staff: Staff): Reason | undefined {
  if (performer.reporterOf !== undefined) return undefined;
  const holders = asked(performer, place, staff);
  if (holders.length === 0) return 'vacant';
  return present(holders, staff).length === 0 ? 'away' : undefined;
}

/**
 * Who stands in: the head of the next higher unit, else of the next higher place, else a supervisor (practice.md, fine
 * point 12). Undefined when there is nobody at all.
 */
export function standIn(performer: Performer, place: string, staff: Staff): Recipient | undefined {
  const allowed = (holders: readonly Holder[]) =>
    present(
      holders.filter((holder) => isAskedFor(performer, actorOf(holder, true))),
      staff,
    );
  for (const holders of higher(performer, place, staff)) {
    const [first] = allowed(holders);
    if (first) return first;
  }
  return undefined;
}

/** The groups of people to be asked in turn, nearest first. */
export function higher(performer: Performer, place: string, staff: Staff): Holder[][] {
  const from = performer.place ?? place;
  const units = performer.unit === undefined ? governing(performer, from, staff) : [performer.unit];
  const supervisors = upwards(from)
    .flatMap((path) => staff.atPlace(path))
    .filter(isSupervisor);
  return [
    ...superiors(units, staff).map((unit) => staff.atUnit(unit).filter(({ isHead }) => isHead)),
    ...upwards(from).map((path) => staff.atPlace(path).filter(leadsPlace)),
    supervisors.filter(({ isHead }) => isHead),
    supervisors,
  ];
}

/** Units at the place that do what the role does there. */
const governing = ({ role }: Performer, path: string, staff: Staff): string[] =>
  staff
    .unitsAt(path)
    .filter(({ kind }) => kind === role)
    .map(({ id }) => id);

/** All units above, nearest first, each once: a chain that comes back to itself ends there. */
function superiors(units: readonly string[], staff: Staff): string[] {
  const above = new Set<string>();
  let level = units;
  while (level.length > 0) {
    level = level.flatMap((id) => staff.unit(id)?.superior ?? []).filter((id) => !above.has(id));
    for (const id of level) above.add(id);
  }
  return [...above];
}

const leadsPlace = ({ isHead, role }: Holder) => isHead && (role === 'community' || role === 'subdistrict');

const isSupervisor = ({ role, callBack }: Holder) => role === 'supervisor' && !callBack;
