// Requests: who has the work asks, another decides. Return 退单, extension 延期, suspension 挂起 and
// reassignment 改派 open a task for the decider; the clock runs on until it is decided (practice.md).
import { z } from 'zod';
import { NotNow } from '../../rules/violation.ts';
import type { Actor } from '../actor.ts';
import type { Act, Scene, Target } from '../definition.ts';
import { act } from '../definition.ts';
import type { Event, RequestKind } from '../event.ts';
import { factsOf } from '../event.ts';
import { choice, day, t, term, unit, words } from '../field.ts';
import type { Task } from '../state.ts';
import { nextId } from '../state.ts';
import { isSuspended, mustPerform, openTask, taskOpened } from '../task.ts';
import { mustAllowExtension, mustBeBeforeDue, mustBeReviewDay } from './limits.ts';

function mayAsk(scene: Scene, actor: Actor, target: Target): Task {
  const task = mustPerform(target, actor);
  if (scene.definition.tasks[task.kind]?.isDispatched !== true) throw new NotNow('notDispatched');
  const requests = Object.values(scene.state.requests).filter((r) => r.task === task.id);
  if (requests.some((r) => r.status === 'open')) throw new NotNow('alreadyAsked');
  if (isSuspended(scene, task)) throw new NotNow('suspended');
  return task;
}

const granted = (scene: Scene, kind: RequestKind, task: Task): number =>
  Object.values(scene.state.requests).filter(
    (r) => r.kind === kind && r.task === task.id && r.status === 'granted',
  ).length;

/** The request and the task that it opens: the n-th of its kind goes one level higher than the one before. */
function ask(scene: Scene, kind: RequestKind, actor: Actor, target: Target, form: object): Event[] {
  const task = openTask(target);
  const performer = scene.definition.decider(scene, task, granted(scene, kind, task));
  const notPerson = actor.person ?? undefined;
  const opened = taskOpened(scene, `${kind}Decision`, { ...performer, notPerson }, { about: task.id });
  const request = nextId('r', scene.state.requests);
  return [
    { type: 'asked', request, kind, task: task.id, decision: opened.task, form: factsOf(form) },
    opened,
  ];
}

const grounds = words(t('理由', 'Grounds'));

/** Return 退单: written grounds and a reason code; never against a binding dispatch. */
export const askReturn: Act = act({
  name: 'askReturn',
  title: t('申请退单', 'Ask to return'),
  on: 'task',
  input: z.strictObject({
    reason: choice(t('退单原因', 'Reason'), ['notOurs', 'unclearOwner', 'overlap', 'insufficientFacts'], {
      notOurs: t('不属本辖区或本单位', 'Not our territory or duty'),
      unclearOwner: t('权属不清', 'Owner unclear'),
      overlap: t('职责交叉', 'Overlapping duties'),
      insufficientFacts: t('事实不清、要素不全', 'Facts insufficient'),
    }),
    grounds,
  }),
  may(scene, actor, target) {
    if (mayAsk(scene, actor, target).isBinding) throw new NotNow('dispatchIsBinding');
  },
  decide: (scene, { actor, input, target }) => ask(scene, 'return', actor, target, input),
});

/** Extension 延期: before the due time, at most as often and as long as the policy says. */
export const askExtension: Act = act({
  name: 'askExtension',
  title: t('申请延期', 'Ask for an extension'),
  on: 'task',
  input: z.strictObject({ length: term(t('延长时限', 'Length')), grounds }),
  may(scene, actor, target) {
    mustBeBeforeDue(scene, mayAsk(scene, actor, target));
  },
  decide(scene, { actor, input, target }) {
    mustAllowExtension(scene, openTask(target), input.length);
    return ask(scene, 'extension', actor, target, input);
  },
});

/** Suspension 挂起: a stated cause and the day on which it will be looked at again. */
export const askSuspension: Act = act({
  name: 'askSuspension',
  title: t('申请挂起', 'Ask to suspend'),
  on: 'task',
  input: z.strictObject({ reviewOn: day(t('复核日期', 'Review on')), cause: words(t('挂起原因', 'Cause')) }),
  may(scene, actor, target) {
    mayAsk(scene, actor, target);
  },
  decide(scene, { actor, input, target }) {
    mustBeReviewDay(scene, input.reviewOn);
    return ask(scene, 'suspension', actor, target, input);
  },
});

/** Reassignment 改派: the lead changes only when it is approved (first receiver 首接负责). */
export const askReassignment: Act = act({
  name: 'askReassignment',
  title: t('申请改派', 'Ask to reassign'),
  on: 'task',
  input: z.strictObject({ unit: unit(t('改派至', 'To unit')), grounds }),
  may(scene, actor, target) {
    mayAsk(scene, actor, target);
  },
  decide: (scene, { actor, input, target }) => ask(scene, 'reassignment', actor, target, input),
});
