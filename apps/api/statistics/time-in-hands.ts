import type { Scene } from '../../../workflows/process/definition.ts';
import type { Task } from '../../../workflows/process/state.ts';
import type { Clock } from '../../../workflows/rules/clock.ts';
import { elapsed } from '../../../workflows/rules/work-time.ts';

/** How long tasks were in somebody's hands, in milliseconds of office hours: all of it, paused, past the due time. */
export type TimeInHands = { tasks: number; heldMs: number; pausedMs: number; overMs: number };

/** What tasks of one pair of hands come to; what ran at the same time counts for each of them. */
export const timeOfTasks = (scene: Scene, tasks: readonly Task[]): TimeInHands =>
  tasks
    .map((task) => timeOfTask(scene, task))
    .reduce((sum, one) => ({
      tasks: sum.tasks + one.tasks,
      heldMs: sum.heldMs + one.heldMs,
      pausedMs: sum.pausedMs + one.pausedMs,
      overMs: sum.overMs + one.overMs,
    }));

function timeOfTask({ state, time, now }: Scene, task: Task): TimeInHands {
  const clock = state.clocks[task.clock ?? ''];
  const until = endOf(task, clock) ?? now;
  const worked = (a: Date, b: Date) => (a < b ? elapsed('working', a, b, time) : 0);
  const pausedMs = pausesIn(clock, until).reduce((sum, [a, b]) => sum + worked(a, b), 0);
  const wholeMs = worked(new Date(clock?.startedAt ?? task.openedAt), until);
  return {
    ...{ tasks: 1, heldMs: wholeMs - pausedMs, pausedMs },
    overMs: worked(dueOf(task, clock) ?? until, until),
  };
}

function endOf({ doneAt, closedAt }: Task, clock: Clock | undefined): Date | undefined {
  const at = clock?.stoppedAt ?? doneAt ?? closedAt;
  return at === undefined ? undefined : new Date(at);
}

/** A window closes in silence: whoever may speak is never late. */
function dueOf({ isWindow }: Task, clock: Clock | undefined): Date | undefined {
  const at = clock?.dueAt ?? null;
  return isWindow || at === null ? undefined : new Date(at);
}

const pausesIn = (clock: Clock | undefined, until: Date): [Date, Date][] =>
  (clock?.pauses ?? []).map((pause) => [
    new Date(pause.from),
    pause.until === undefined ? until : new Date(pause.until),
  ]);
