// What the policy allows when something is asked for. Each refusal names the limit that it met.
import type { Clock } from '../../rules/clock.ts';
import { addTerm, dueAt, kindOf } from '../../rules/term.ts';
import { dayNumber, dayOf, startOfDay } from '../../rules/local-time.ts';
import { elapsed } from '../../rules/work-time.ts';
import { BadInput, NotNow } from '../../rules/violation.ts';
import type { Scene } from '../definition.ts';
import type { Task } from '../state.ts';
import { clockOf } from '../task.ts';

type Running = Clock & { dueAt: string };

function runningClock(scene: Scene, task: Task): Running {
  const clock = clockOf(scene, task);
  if (clock === undefined || clock.dueAt === null) throw new NotNow('noClock');
  return { ...clock, dueAt: clock.dueAt };
}

/** An extension is asked for before the due time, at most as often as the policy says (practice.md, fine point 4). */
export function mustBeBeforeDue(scene: Scene, task: Task): void {
  const clock = runningClock(scene, task);
  if (scene.now > new Date(clock.dueAt)) throw new NotNow('alreadyDue', { dueAt: clock.dueAt });
  const { extensions } = scene.policy.limits;
  if (clock.extensions.length >= extensions) throw new NotNow('extensionsUsedUp', { extensions });
}

/** All extensions together are at most as long as the term was in the beginning (or the share of it that the policy says), in the clock's own kind of time. */
export function mustAllowExtension(scene: Scene, task: Task, length: string): void {
  const clock = runningClock(scene, task);
  const kind = kindOf(clock.term);
  if (kindOf(length) !== kind)
    throw new BadInput('extension.otherKind', { term: length, clockTerm: clock.term });
  const between = (from: Date, to: Date) => elapsed(kind, from, to, scene.time);
  const due = new Date(clock.dueAt);
  const granted = clock.extensions.map(({ from, to }) => between(new Date(from), new Date(to)));
  const asked = between(due, addTerm(due, length, scene.time));
  const start = new Date(clock.startedAt);
  const share = scene.policy.limits.extension?.[clock.ladder] ?? 1;
  const original = share * between(start, dueAt(start, clock.term, scene.time).at);
  if (granted.reduce((sum, one) => sum + one, asked) > original)
    throw new BadInput('extensionTooLong', { length });
}

const today = (scene: Scene): number => dayOf(scene.now, scene.time.office.utcOffset);

/** The review of a suspension lies on a later day, and no further off than the policy allows. */
export function mustBeReviewDay(scene: Scene, day: string): void {
  const furthest = dueAt(scene.now, scene.policy.limits.suspensionReview, scene.time).at;
  if (dayNumber(day) <= today(scene)) throw new BadInput('reviewInThePast', { day });
  if (startOfDay(dayNumber(day), scene.time.office.utcOffset) > furthest)
    throw new BadInput('reviewTooFar', { day });
}

/** A term for a clock that starts now and ends with that day: `0d-eod` is today. */
export const untilDay = (scene: Scene, day: string): string =>
  `${Math.max(0, dayNumber(day) - today(scene))}d-eod`;
