// The verdicts of a whistle: who approves and who leads, who has come in time, what a mark counts, and how often is right.
import type { Actor, Performer } from '../../process/actor.ts';
import { isAskedFor } from '../../process/actor.ts';
import type { Scene } from '../../process/definition.ts';
import { factsOf } from '../../process/event.ts';
import type { Event, Facts } from '../../process/event.ts';
import { mustBeOpen } from '../../process/items.ts';
import { numbersIn } from '../../process/numbers.ts';
import { itemsOf, openItems, openTasks } from '../../process/state.ts';
import type { Item, State, Task } from '../../process/state.ts';
import { clockOf, taskOpened } from '../../process/task.ts';
import { markEffect } from '../../rules/frequency.ts';
import { isLate } from '../../rules/timely.ts';
import { BadInput, NotNow, NotYours } from '../../rules/violation.ts';
import { CalledFacts, Numbers, WhistleFacts } from './contract.ts';
import type { Arrival } from './contract.ts';

export const factsIn = (state: State): WhistleFacts => WhistleFacts.parse(state.facts);
export const calledIn = (item: Item): CalledFacts => CalledFacts.parse(item.facts);

/** Whoever blew it: any of the unit's staff, so that it does not wait for one person. */
export const callerOf = (state: State): Performer => ({ unit: factsIn(state).caller });

/** The tier above who calls: the subdistrict for a grid or a community, else the district's supervisors. */
export function approverOf(state: State): Performer {
  const { callerRole, calledBy } = factsIn(state);
  const isBelowStreet = ['gridWorker', 'community'].includes(callerRole);
  const [role, depth] = isBelowStreet ? ['subdistrict', 2] : ['supervisor', 1];
  const place = state.place.split('/').slice(0, depth).join('/');
  return { role, place, notPerson: calledBy ?? undefined };
}

export const needsApproval = (scene: Scene): boolean =>
  numbersIn(scene, Numbers).approval[factsIn(scene.state).ground];

/** An emergency climbs the ladder of red matters, which knows no quiet hours. */
export function ladderOf(scene: Scene): string {
  const isEmergency = factsIn(scene.state).ground === 'emergency';
  return isEmergency ? scene.policy.ladderOf.red : numbersIn(scene, Numbers).ladder;
}

export const isFinished = (state: State): boolean =>
  Object.values(state.tasks).some(({ kind, status }) => kind === 'finish' && status === 'done');

/** Departments that have neither come nor been recorded as absent: the work is not done without them. */
export const awaited = (state: State): Item[] =>
  openItems(state, 'called').filter((item) => {
    const { arrivedAt, isAbsent } = calledIn(item);
    return arrivedAt == null && !isAbsent;
  });

const tasksFor = (state: State, { id }: Item): Task[] =>
  Object.values(state.tasks).filter(({ item }) => item === id);

/** The task that a department is asked to come by. */
export const arrivalTask = (state: State, item: Item): Task | undefined =>
  tasksFor(state, item).find(({ kind }) => kind === 'arrive');

/** By when it is asked to come. */
export function dueToCome(scene: Scene, item: Item): string | undefined {
  const task = arrivalTask(scene.state, item);
  return (task && clockOf(scene, task)?.dueAt) ?? undefined;
}

/** The department that an act of the caller is about. Refuses all but the caller, and what is settled. */
export function mustLead(scene: Scene, actor: Actor, item: Item | undefined): Item {
  const { state } = scene;
  mustBeOpen(scene);
  if (item?.kind !== 'called') throw new NotNow('notCalled');
  if (!isAskedFor(callerOf(state), actor)) throw new NotYours('notCaller');
  if (item.closedAt !== undefined) throw new NotNow('calledSettled', { ending: item.ending ?? '' });
  return item;
}

export function mustBeUnfinished({ state }: Scene): void {
  if (isFinished(state)) throw new NotNow('jointWorkFinished');
}

/** As long as its time runs, a department may still come. */
export function mustBeOverdue(scene: Scene, item: Item): void {
  const dueAt = dueToCome(scene, item);
  if (dueAt !== undefined && !isLate(new Date(dueAt), scene.now)) throw new NotNow('mayStillCome', { dueAt });
}

/** Ends what a department is still asked for. */
export const released = (state: State, item: Item, how: 'cancelled' | 'excused'): Event[] =>
  openTasks(state)
    .filter((task) => task.item === item.id)
    .map((task) => ({ type: 'taskEnded', task: task.id, how }));

/**
 * A department has come at `at`, and is asked to stay until the work is done. Its clock is judged by that moment: a card
 * that was set since, because it was written down later, is lifted (fine point 15).
 */
export function arrived(scene: Scene, item: Item, at: Date, more: Facts): Event[] {
  const { state } = scene;
  const { unit } = calledIn(item);
  const task = arrivalTask(state, item);
  const dueAt = dueToCome(scene, item);
  const cards = Object.values(state.cards).filter((c) => c.task === task?.id && c.liftedAt === undefined);
  const isStaying = openTasks(state).some((one) => one.item === item.id && one.kind === 'onSite');
  const isTimely = dueAt === undefined || !isLate(new Date(dueAt), at);
  const facts = { arrivedAt: at.toISOString(), isTimely, isAbsent: false, ...more };
  return [
    ...openTasks(state)
      .filter((one) => one.item === item.id && one.kind === 'answer')
      .map((one): Event => ({ type: 'taskEnded', task: one.id, how: 'cancelled' })),
    { type: 'itemChanged', item: item.id, what: 'arrived', facts },
    ...cards
      .filter(({ setAt }) => new Date(setAt) > at)
      .map((card): Event => ({ type: 'cardLifted', card: card.id, reason: 'actedBefore' })),
    ...(isStaying ? [] : [taskOpened(scene, 'onSite', { unit }, { item: item.id })]),
  ];
}

/** The caller writes down when it came: after it was called, and not later than now. */
export function arrivalRecorded(scene: Scene, item: Item, form: Arrival): Event[] {
  const [at, task] = [new Date(form.at), arrivalTask(scene.state, item)];
  if (at > scene.now) throw new BadInput('arrivalLater');
  if (at < new Date(item.openedAt)) throw new BadInput('arrivalEarlier', { calledAt: item.openedAt });
  const done: Event[] =
    task?.status === 'open'
      ? [{ type: 'taskCompleted', task: task.id, outcome: 'recordArrival', form: factsOf(form) }]
      : [];
  return [...done, ...arrived(scene, item, at, { who: form.who, seenBy: 'caller' })];
}

/** Of one department, in a word: how it came. */
export function comingOf({ isAbsent, isTimely }: CalledFacts): 'absent' | 'timely' | 'late' {
  if (isAbsent) return 'absent';
  return isTimely === false ? 'late' : 'timely';
}

/** What whoever began it, and the scores, are told of each department: how it came and what mark it was given. */
export const marksIn = (state: State): Facts[] =>
  itemsOf(state, 'called')
    .filter(({ ending }) => ending !== 'excused')
    .map(calledIn)
    .map((called) => ({ unit: called.unit, coming: comingOf(called), mark: called.mark ?? null }));

/** What the marks of an ended whistle come to in the scores of the departments. */
export const pointsIn = (state: State, weight: number): { unit: string; points: number }[] =>
  itemsOf(state, 'called')
    .map(calledIn)
    .flatMap(({ unit, mark }) => (mark == null ? [] : [{ unit, points: markEffect(mark, weight) }]));
