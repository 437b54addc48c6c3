import { isAskedFor } from '../../workflows/process/actor.ts';
import type { Performer } from '../../workflows/process/actor.ts';
import { actorOf, upwards } from './staff.ts';
import type { Holder, Staff } from './staff.ts';

/** Who is told or acts; `for` is A where it is B in A's stead. Both are recorded (practice.md, fine point 11). */
export type Recipient = { person: string; for: string | null; unit: string | null };

/** The posts that a task asks for, away or not. */
export function asked(performer: Performer, place: string, staff: Staff): Holder[] {
  if (performer.person !== undefined) return postsOf(performer.person, place, staff);
  const near =
    performer.unit === undefined
      ? upwards(performer.place ?? place).flatMap((path) => staff.atPlace(path))
      : staff.atUnit(performer.unit);
  return near.filter((holder) => isAskedFor(performer, actorOf(holder)));
}

/** A person who is asked for by name: by their posts, and without one as who they are. */
function postsOf(person: string, place: string, staff: Staff): Holder[] {
  const posts = staff.ofPerson(person);
  const alone = { role: 'resident', unit: null, rank: 'A', isHead: false, callBack: false, isAway: false };
  return posts.length > 0 ? [...posts] : [{ person, place, ...alone }];
}

/**
 * Of these posts, who is there: A unless away, B only in the stead of an A who is (or alone, where there is no A). Each
 * person once. The door judges the same (apps/api), so nobody is told of what they may not do.
 */
export const present = (holders: readonly Holder[], staff: Staff): Recipient[] =>
  eachOnce(holders.filter(({ isAway }) => !isAway).flatMap((holder) => onDuty(holder, staff)));

function onDuty(holder: Holder, staff: Staff): Recipient[] {
  const firsts = holder.rank === 'B' ? sharing(holder, staff).filter(({ rank }) => rank !== 'B') : [];
  if (firsts.length === 0) return [recipient(holder, null)];
  return firsts
    .filter(({ isAway }) => isAway)
    .slice(0, 1)
    .map((a) => recipient(holder, a.person));
}

/** Of these posts, whoever is not away, on duty or not: for what they have in their own hands. */
export const here = (holders: readonly Holder[]): Recipient[] =>
  eachOnce(holders.filter(({ isAway }) => !isAway).map((holder) => recipient(holder, null)));

/** Who acts for the holder of a post while they are away. */
export const inSteadOf = (a: Holder, staff: Staff): Recipient[] =>
  a.rank === 'B' || !a.isAway
    ? []
    : sharing(a, staff)
        .filter(({ rank, isAway }) => rank === 'B' && !isAway)
        .map((b) => recipient(b, a.person));

/** Posts of the same role at the same place and unit; a head shares with heads only. */
const sharing = ({ role, unit, place, isHead }: Holder, staff: Staff): Holder[] =>
  staff.atPlace(place).filter((one) => one.role === role && one.unit === unit && one.isHead === isHead);

const recipient = ({ person, unit }: Holder, stead: string | null): Recipient => ({
  person,
  for: stead,
  unit,
});

/** Each person once, in the first capacity given. */
function eachOnce(recipients: readonly Recipient[]): Recipient[] {
  const first = new Map([...recipients].reverse().map((one) => [one.person, one]));
  return [...first.values()].reverse();
}
