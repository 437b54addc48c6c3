// The verdicts of a claimed task: what comes next, who checks it, when progress is to be reported, and how it ended.
import type { Performer } from '../../process/actor.ts';
import { untilDay } from '../../process/acts/limits.ts';
import type { Scene } from '../../process/definition.ts';
import { factsOf } from '../../process/event.ts';
import type { Event, Facts } from '../../process/event.ts';
import { parentOf, takenDown } from '../../process/follow.ts';
import { HEAR } from '../../process/heard.ts';
import type { Heard } from '../../process/heard.ts';
import { numbersIn } from '../../process/numbers.ts';
import type { State, Task } from '../../process/state.ts';
import { clockOf } from '../../process/task.ts';
import { isTimely } from '../../rules/clock.ts';
import { dayNumber, dayOf } from '../../rules/local-time.ts';
import { dueAt } from '../../rules/term.ts';
import { BadInput } from '../../rules/violation.ts';
import { Progress, TaskFacts, TaskNumbers } from './contract.ts';

export const factsIn = (state: State): TaskFacts => TaskFacts.parse(state.facts);
export const taskNumbers = (scene: Scene): TaskNumbers => numbersIn(scene, TaskNumbers);

/** The last task of a kind. */
export const last = ({ tasks }: State, kind: string): Task | undefined =>
  Object.values(tasks).findLast((task) => task.kind === kind);

const at = (place: string, depth: number): string => place.split('/').slice(0, depth).join('/');

/** The subdistrict whose quarter it is decides; a second time the district does. */
export const deciderOf = ({ place }: State, turn: number): Performer =>
  turn === 0 ? { role: 'subdistrict', place: at(place, 2) } : { role: 'supervisor', place: at(place, 1) };

/** Those who asked for it check it, never the unit that did it. */
export function checkersOf(state: State): Performer[] {
  const { communities, unit: notUnit } = factsIn(state);
  if (communities.length === 0) return [{ ...deciderOf(state, 0), notUnit }];
  return communities.map((place) => ({ role: 'community', place, notUnit }));
}

/** The term of the work: until the named day; without one, the policy's. */
export function termOf(scene: Scene): string {
  const { dueOn } = factsIn(scene.state);
  return dueOn == null ? taskNumbers(scene).term : untilDay(scene, dueOn);
}

/** Until when progress is to be reported next: at the date that was named, or after the policy's term. */
export function nextReport(scene: Scene): string {
  const { nextOn } = Progress.partial().parse(last(scene.state, 'progress')?.form ?? {});
  return nextOn === undefined ? taskNumbers(scene).progress : untilDay(scene, nextOn);
}

/** A report is asked for only where it is due before the work itself. */
export function isReportDue(scene: Scene): boolean {
  const due = clockOf(scene, last(scene.state, 'serve') ?? never())?.dueAt;
  if (last(scene.state, 'progress')?.status === 'open' || due == null) return false;
  return dueAt(scene.now, nextReport(scene), scene.time).at < new Date(due);
}

function never(): never {
  throw new Error('the work has not been dispatched');
}

/** The next report comes on a later day. */
export function mustBeLater({ now, time }: Scene, day: string | undefined): void {
  if (day !== undefined && dayNumber(day) <= dayOf(now, time.office.utcOffset))
    throw new BadInput('dayPast', { day });
}

export type Turn = 'submitted' | 'returned' | 'reassigned' | 'quarterOver' | 'reportDue';

/** What comes next in the course of the work; undefined while it is waited for. */
export function turnOf(scene: Scene): Turn | undefined {
  const { status, how } = last(scene.state, 'serve') ?? never();
  if (status === 'done') return 'submitted';
  if (how === 'returned' || how === 'reassigned') return how;
  if (factsIn(scene.state).isQuarterOver) return 'quarterOver';
  return isReportDue(scene) ? 'reportDue' : undefined;
}

/** When it was done, and whether in time: by what was submitted, not by when that was checked. */
export function courseOf(scene: Scene): Facts {
  const { unit } = factsIn(scene.state);
  const task = last(scene.state, 'serve');
  const clock = task === undefined ? undefined : clockOf(scene, task);
  if (task?.doneAt === undefined || clock === undefined) return { unit };
  return { unit, doneAt: task.doneAt, isTimely: isTimely(clock, new Date(task.doneAt)) };
}

/** The quarter that it belongs to is over for it. */
export function heardOf(scene: Scene, heard: Heard): Event[] {
  const isParent = parentOf(scene.state)?.process === heard.process && heard.what === 'ended';
  if (!isParent) return takenDown(scene, heard);
  return [{ type: 'noted', what: 'quarterOver', facts: { isQuarterOver: true } }];
}

/** The livelihood ledger that it serves is told how it ended. */
export function entryTold(scene: Scene, ending: string): Event[] {
  const { livelihood } = factsIn(scene.state);
  if (livelihood === undefined) return [];
  const facts = { ...courseOf(scene), ending };
  const input = factsOf({ process: scene.state.id, what: 'ended', facts });
  return [{ type: 'messageSent', to: livelihood, act: HEAR, input }];
}
