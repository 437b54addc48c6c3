// Who acts, and who may: a performer is asked for, an actor offers himself.
import { z } from 'zod';

/** In which capacity a person acts. Decided by the API from posts, absences and receipts; never by the client. */
export const Actor = z.strictObject({
  person: z.uuid().nullable(),
  role: z.string(),
  unit: z.uuid().nullable(),
  place: z.string(),
  isHead: z.boolean().default(false),
  callBack: z.boolean().default(false),
  /** B acts for A (AB岗): A's id. */
  for: z.uuid().nullable().default(null),
  /** The matter (own receipt) by which the person is its reporter. */
  reporterOf: z.uuid().nullable().default(null),
  /** Nobody held the asked role, so this head of the next higher place stands in (practice.md, fine point 12). */
  standsIn: z.boolean().default(false),
});
export type Actor = z.infer<typeof Actor>;

/** Who a task asks for. Every given condition must hold. */
export const Performer = z.strictObject({
  role: z.string().optional(),
  unit: z.uuid().optional(),
  /** Path of the place that the actor's post must cover. */
  place: z.string().optional(),
  reporterOf: z.uuid().optional(),
  /** This very person, by name. */
  person: z.uuid().optional(),
  callBack: z.boolean().optional(),
  isHead: z.boolean().optional(),
  /** Nobody of this unit: who handles never judges. */
  notUnit: z.uuid().optional(),
  /** Not this person, who has asked for it. */
  notPerson: z.uuid().optional(),
});
export type Performer = z.infer<typeof Performer>;

const STAFF = ['gridWorker', 'community', 'subdistrict', 'department', 'supervisor'];

/** Whether `place` lies in the area of a post at `area`: paths are codes joined by '/'. */
export const covers = (area: string, place: string): boolean =>
  place === area || place.startsWith(`${area}/`);

/** Whether it is the actor's office to watch over a place. Who calls residents back only listens. */
export const supervises = ({ role, callBack, place: area }: Actor, place: string): boolean =>
  role === 'supervisor' && !callBack && covers(area, place);

function conflicts(performer: Performer, actor: Actor): boolean {
  if (performer.notUnit !== undefined && actor.unit === performer.notUnit) return true;
  return performer.notPerson !== undefined && actor.person === performer.notPerson;
}

function fitsPost(performer: Performer, actor: Actor): boolean {
  if (performer.role === undefined ? !STAFF.includes(actor.role) : actor.role !== performer.role)
    return false;
  if (performer.unit !== undefined && actor.unit !== performer.unit) return false;
  if (performer.place !== undefined && !covers(actor.place, performer.place)) return false;
  if (performer.isHead === true && !actor.isHead) return false;
  // A call-back clerk's post covers a whole district; it never makes them dispatcher or handler there.
  return (performer.callBack ?? false) === actor.callBack;
}

/** Who leads those whose posts have no heads of their own: grid workers work for their community (网格员). */
const LED_BY: Readonly<Record<string, string>> = { gridWorker: 'community' };

function isInCharge({ unit, place, callBack, ...asked }: Performer, actor: Actor): boolean {
  const role = asked.role ?? (callBack === true ? 'supervisor' : undefined);
  if (unit !== undefined) return actor.unit === unit;
  if (place === undefined || role === undefined || !covers(actor.place, place)) return false;
  return actor.role === role || actor.role === LED_BY[role];
}

/**
 * Whether the actor heads those whom a task asks for: its unit, or else whoever does such work at its place. Whom the
 * task excludes does not choose either who does it, and nobody leads in somebody's stead whom the task does not know.
 */
export function leads(performer: Performer, actor: Actor): boolean {
  if (!actor.isHead || conflicts(performer, actor)) return false;
  return (!actor.callBack || performer.callBack === true) && isInCharge(performer, actor);
}

const isPerson = (id: string, { person, for: inSteadOf }: Actor): boolean =>
  person === id || inSteadOf === id;

/** Whether the actor is one whom the task asks for. */
export function isAskedFor(performer: Performer, actor: Actor): boolean {
  if (performer.reporterOf !== undefined) return actor.reporterOf === performer.reporterOf;
  if (conflicts(performer, actor)) return false;
  if (actor.standsIn) return true;
  return performer.person === undefined ? fitsPost(performer, actor) : isPerson(performer.person, actor);
}
