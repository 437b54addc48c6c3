// What others decide about a request, as kinds of tasks that every process with dispatched work has.
import { z } from 'zod';
import { extendClock, pauseClock, resumeClock } from '../../rules/clock.ts';
import type { Clock } from '../../rules/clock.ts';
import { kindOf } from '../../rules/term.ts';
import { NotNow } from '../../rules/violation.ts';
import type { Actor } from '../actor.ts';
import type { Completion, Scene, TaskKind } from '../definition.ts';
import type { Event, RequestKind } from '../event.ts';
import { day, t, words } from '../field.ts';
import type { Title } from '../field.ts';
import type { Request, Task } from '../state.ts';
import { taskOpened } from '../task.ts';
import { mustBeReviewDay, untilDay } from './limits.ts';

const Grounds = z.strictObject({ grounds: words(t('意见', 'Opinion')) });

/** The clocks that stop and move together: the task's own and the whole matter's. */
function clocksWith(scene: Scene, task: Task): Clock[] {
  const { clocks } = scene.state;
  const own = task.clock === undefined ? undefined : clocks[task.clock];
  const whole = Object.values(clocks).filter((clock) => clock.of === 'matter');
  return (own === undefined ? whole : [own, ...whole]).filter((clock) => clock.state !== 'stopped');
}

const pauseAll = (scene: Scene, task: Task): Event[] =>
  clocksWith(scene, task)
    .filter((clock) => clock.state === 'running')
    .map((clock) => ({
      type: 'clockMoved',
      why: 'paused',
      clock: pauseClock(clock, 'suspension', scene.now, scene.time),
    }));

/** Clocks run on with what was left (practice.md, fine point 2). */
export const resumeAll = (scene: Scene, task: Task): Event[] =>
  clocksWith(scene, task)
    .filter((clock) => clock.state === 'paused')
    .map((clock) => ({
      type: 'clockMoved',
      why: 'resumed',
      clock: resumeClock(clock, scene.now, scene.time),
    }));

function extendAll(scene: Scene, task: Task, request: Request, grantedBy: string): Event[] {
  const length = z.string().parse(request.form['length']);
  return clocksWith(scene, task)
    .filter((clock) => clock.dueAt !== null && new Date(clock.dueAt) >= new Date(request.askedAt))
    .filter((clock) => kindOf(clock.term) === kindOf(length))
    .map((clock) => ({
      type: 'clockMoved',
      why: 'extended',
      clock: extendClock(clock, length, grantedBy, new Date(request.askedAt), scene.time),
    }));
}

/** Opens the review of a suspension: its own task, due on the day that was asked for. */
export function reviewOpened(scene: Scene, task: Task, day: string, turn: number): Event {
  const performer = scene.definition.decider(scene, task, turn);
  return taskOpened(scene, 'suspensionReview', performer, { about: task.id, term: untilDay(scene, day) });
}

type Effect = (scene: Scene, request: Request, task: Task, actor: Actor) => Event[];

const effects: Readonly<Record<RequestKind, Effect>> = {
  return: (_scene, _request, task) => [{ type: 'taskEnded', task: task.id, how: 'returned' }],
  reassignment: (_scene, _request, task) => [{ type: 'taskEnded', task: task.id, how: 'reassigned' }],
  extension: (scene, request, task, actor) => [
    ...extendAll(scene, task, request, actor.person ?? ''),
    ...scene.definition.tell(scene, 'extended', { length: z.string().parse(request.form['length']) }),
  ],
  suspension: (scene, request, task) => [
    ...pauseAll(scene, task),
    reviewOpened(scene, task, z.string().parse(request.form['reviewOn']), 0),
    ...scene.definition.tell(scene, 'suspended'),
  ],
};

function openRequest(scene: Scene, decision: Task): { request: Request; task: Task } {
  const request = Object.values(scene.state.requests).find((r) => r.decision === decision.id);
  const task = request === undefined ? undefined : scene.state.tasks[request.task];
  if (request?.status !== 'open' || task === undefined) throw new NotNow('requestVoid');
  return { request, task };
}

function grant(kind: RequestKind, title: Title): Completion {
  return {
    name: `grant${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    title,
    form: Grounds,
    may: (scene, _actor, decision) => void openRequest(scene, decision),
    also(scene, { actor, task: decision }) {
      const { request, task } = openRequest(scene, decision);
      return [
        { type: 'answered', request: request.id, isGranted: true },
        ...effects[kind](scene, request, task, actor),
      ];
    },
  };
}

function refuse(kind: RequestKind, title: Title): Completion {
  return {
    name: `refuse${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    title,
    form: Grounds,
    may: (scene, _actor, decision) => void openRequest(scene, decision),
    also: (scene, { task: decision }) => [
      { type: 'answered', request: openRequest(scene, decision).request.id, isGranted: false },
    ],
  };
}

const decision = (step: string, kind: RequestKind, title: Title, ask: Title): TaskKind => ({
  step,
  title,
  ask,
  term: (scene) => scene.policy.terms.decide,
  ladder: () => 'ordinary',
  completions: [grant(kind, t('同意', 'Grant')), refuse(kind, t('不同意', 'Refuse'))],
});

const review: Omit<TaskKind, 'step'> = {
  title: t('挂起复核', 'Review of a suspension'),
  ask: t('到期复核：恢复办理，或说明理由后继续挂起。', 'Look again: resume, or keep suspended with reasons.'),
  ladder: () => 'ordinary',
  completions: [
    {
      name: 'resumeHandling',
      title: t('恢复办理', 'Resume'),
      form: Grounds,
      also: (scene, { task }) => resumeAll(scene, scene.state.tasks[task.about ?? ''] ?? task),
    },
    {
      name: 'keepSuspended',
      title: t('继续挂起', 'Keep suspended'),
      form: Grounds.extend({ reviewOn: day(t('复核日期', 'Review on')) }),
      also(scene, { input, task }) {
        const { reviewOn } = z.looseObject({ reviewOn: z.string() }).parse(input);
        mustBeReviewDay(scene, reviewOn);
        const reviews = Object.values(scene.state.tasks).filter(
          (other) => other.about === task.about && other.kind === task.kind,
        ).length;
        const turn = reviews >= scene.policy.limits.suspensionReviews ? 2 : 0;
        return [reviewOpened(scene, scene.state.tasks[task.about ?? ''] ?? task, reviewOn, turn)];
      },
    },
  ],
};

/** The kinds of tasks that requests need, for a process whose dispatched work stands in `step`. */
export const decisions = (step: string): Readonly<Record<string, TaskKind>> => ({
  returnDecision: decision(
    step,
    'return',
    t('退单审批', 'Decide on a return'),
    t('核实退单理由，同意或不同意。', 'Check the grounds of the return.'),
  ),
  extensionDecision: decision(
    step,
    'extension',
    t('延期审批', 'Decide on an extension'),
    t('核实延期理由，同意或不同意。', 'Check the grounds of the extension.'),
  ),
  suspensionDecision: decision(
    step,
    'suspension',
    t('挂起审批', 'Decide on a suspension'),
    t('核实挂起原因和复核日期。', 'Check the cause and the review day.'),
  ),
  reassignmentDecision: decision(
    step,
    'reassignment',
    t('改派审批', 'Decide on a reassignment'),
    t('核实改派理由和去向。', 'Check the grounds and the new unit.'),
  ),
  suspensionReview: { step, ...review },
});
