// The acts that every process has: taking a task, asking about it, talking about it, ending it.
import { NotNow, NotYours } from '../../rules/violation.ts';
import type { Act } from '../definition.ts';
import { act } from '../definition.ts';
import { nothing, t } from '../field.ts';
import type { Event } from '../event.ts';
import { openTasks } from '../state.ts';
import { isSuspended, mustPerform, openTask } from '../task.ts';
import { resumeAll } from './deciding.ts';

/** One of those who may do it takes it: the others see by whom. */
export const claimTask: Act = act({
  name: 'claimTask',
  title: t('签收', 'Claim'),
  on: 'task',
  input: nothing,
  may(_scene, actor, target) {
    const task = mustPerform(target, actor);
    if (actor.person === null || task.performer.reporterOf !== undefined) throw new NotYours('notClaimable');
    if (task.heldBy !== undefined) throw new NotNow('alreadyClaimed');
  },
  decide: (_scene, { target }) => [{ type: 'taskClaimed', task: openTask(target).id }],
});

/** The holder gives it back to the others. Clocks run on: they start at dispatch, not at signing. */
export const releaseTask: Act = act({
  name: 'releaseTask',
  title: t('退回待签收', 'Release'),
  on: 'task',
  input: nothing,
  may(_scene, actor, target) {
    const task = mustPerform(target, actor);
    if (task.heldBy === undefined) throw new NotNow('notClaimed');
  },
  decide: (_scene, { target }) => [{ type: 'taskReleased', task: openTask(target).id }],
});

/** The cause of a suspension is gone earlier than its review: who has the work takes it up again. */
export const resumeTask: Act = act({
  name: 'resumeTask',
  title: t('恢复办理', 'Resume'),
  on: 'task',
  input: nothing,
  may(scene, actor, target) {
    if (!isSuspended(scene, mustPerform(target, actor))) throw new NotNow('notSuspended');
  },
  decide(scene, { target }) {
    const task = openTask(target);
    const reviews = openTasks(scene.state).filter(
      (t) => t.kind === 'suspensionReview' && t.about === task.id,
    );
    return [
      ...resumeAll(scene, task),
      ...reviews.map(({ id }): Event => ({ type: 'taskEnded', task: id, how: 'cancelled' })),
    ];
  },
});
