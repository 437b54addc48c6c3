// Human tasks: opening one, and who may act on it.
import { pauseClock, resumeClock, startClock } from '../rules/clock.ts';
import type { Clock } from '../rules/clock.ts';
import { NotNow, NotYours } from '../rules/violation.ts';
import type { Actor, Performer } from './actor.ts';
import { isAskedFor } from './actor.ts';
import type { Scene, Target, TaskKind } from './definition.ts';
import type { Event } from './event.ts';
import { reduce } from './reduce.ts';
import type { Task } from './state.ts';
import { nextId } from './state.ts';

/** What may differ from one opening of a kind of task to the next. */
export interface TaskOptions {
  readonly about?: string;
  readonly isBinding?: boolean;
  readonly reporter?: string;
  /** The item that it concerns. */
  readonly item?: string;
  /** Overrides the kind's own term, as for re-handling. */
  readonly term?: string;
  /** Earlier than now for work that was dispatched before this process knew of it. */
  readonly startedAt?: Date;
}

function clockFor(kind: TaskKind, scene: Scene, performer: Performer, options: TaskOptions): Clock | null {
  const term = options.term ?? kind.term?.(scene);
  if (term === undefined) return null;
  const id = nextId('c', scene.state.clocks);
  const heldBy = performer.unit ?? performer.place ?? null;
  const ladder = kind.ladder?.(scene) ?? 'none';
  return startClock({ id, of: 'task', term, ladder, heldBy }, options.startedAt ?? scene.now, scene.time);
}

/** The event that opens a task; its clock starts now: at dispatch, never at acceptance. */
export function taskOpened(
  scene: Scene,
  kindName: string,
  performer: Performer,
  options: TaskOptions = {},
): Extract<Event, { type: 'taskOpened' }> {
  const kind = scene.definition.tasks[kindName];
  if (kind === undefined) throw new Error(`no kind of task ${kindName} in ${scene.definition.name}`);
  const task = nextId('t', scene.state.tasks);
  const clock = clockFor(kind, scene, performer, options);
  const { about, isBinding, reporter, item } = options;
  const { step, isWindow } = kind;
  return {
    type: 'taskOpened',
    task,
    kind: kindName,
    step,
    performer,
    clock,
    about,
    reporter,
    item,
    isBinding,
    isWindow,
  };
}

/** The scene after one more event, for acts in which several things happen. */
export const after = (scene: Scene, event: Event): Scene => {
  const { state, now } = scene;
  return { ...scene, state: reduce(state, { seq: state.seq + 1, at: now.toISOString(), event }) };
};

/** The open task that an act is aimed at. Throws NotNow when it is settled already. */
export function openTask(target: Target): Task {
  const { task } = target;
  if (task === undefined) throw new NotNow('noSuchTask');
  if (task.status !== 'open') throw new NotNow('taskSettled', { outcome: task.outcome ?? task.how ?? '' });
  return task;
}

/** Refuses everybody but those whom the task asks for, and while another holds it, all but the holder. */
export function mustPerform(target: Target, actor: Actor): Task {
  const task = openTask(target);
  if (!isAskedFor(task.performer, actor)) throw new NotYours('notPerformer');
  const isHolder = task.heldBy === undefined || task.heldBy === actor.person || task.heldBy === actor.for;
  if (!isHolder) throw new NotYours('heldByAnother');
  return task;
}

/** The clock of a task, if it has one. */
export const clockOf = (scene: Scene, task: Task): Clock | undefined =>
  task.clock === undefined ? undefined : scene.state.clocks[task.clock];

/** Whether the clock of the task stands still because it hangs 挂起. */
export const isSuspended = (scene: Scene, task: Task): boolean => clockOf(scene, task)?.state === 'paused';

/** A result was sent back: the clock runs on with what was left when it was submitted. */
export function revived(scene: Scene, task: Task): Clock | null {
  const clock = clockOf(scene, task);
  if (clock?.stoppedAt === undefined) return clock ?? null;
  const { stoppedAt, ...rest } = clock;
  const paused = pauseClock({ ...rest, state: 'running' }, 'check', new Date(stoppedAt), scene.time);
  const running = resumeClock(paused, scene.now, scene.time);
  const again = running.heldBy === null ? [] : [{ unit: running.heldBy, from: scene.now.toISOString() }];
  return { ...running, charges: [...running.charges, ...again] };
}
