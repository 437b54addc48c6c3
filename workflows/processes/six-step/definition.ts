// The six steps as data: browser-safe, for the API, the console and the diagram. The story is in workflow.ts.
import type { Actor } from '../../process/actor.ts';
import { isAskedFor, supervises } from '../../process/actor.ts';
import type { Act, ProcessDefinition, Scene } from '../../process/definition.ts';
import { act } from '../../process/definition.ts';
import type { Event } from '../../process/event.ts';
import { factsOf } from '../../process/event.ts';
import { t } from '../../process/field.ts';
import { mustBeOpen } from '../../process/items.ts';
import { openTasks } from '../../process/state.ts';
import type { Task } from '../../process/state.ts';
import { NotNow, NotYours } from '../../rules/violation.ts';
import { Correction, Reason } from './contract.ts';
import type { Reporter } from './contract.ts';
import { deductionsIn } from './deductions.ts';
import { addFollower, addReporter, undelivered } from './following.ts';
import { deciderOf, dispatcher, factsIn, reportOf, told } from './rules.ts';
import { tasks } from './tasks.ts';
import { blowWhistle } from './whistle.ts';

function reporterOf(scene: Scene, actor: Actor): Reporter {
  const found = factsIn(scene.state).reporters.find(({ matter }) => matter === actor.reporterOf);
  if (found === undefined) throw new NotYours('notReporter');
  return found;
}

/** The resident takes it back. Where others reported the same, only this one leaves; else the matter ends. */
const withdrawMatter: Act = act({
  name: 'withdrawMatter',
  title: t('撤回', 'Withdraw'),
  on: 'process',
  isFinal: true,
  input: Reason,
  may(scene, actor) {
    mustBeOpen(scene);
    reporterOf(scene, actor);
    if (scene.state.step === 'assess') throw new NotNow('tooLateToWithdraw');
  },
  decide(scene, { actor, input }) {
    const left = factsIn(scene.state).reporters.filter(({ matter }) => matter !== actor.reporterOf);
    if (left.length === 0) return [{ type: 'stopped', ending: 'withdrawn', words: input.grounds }];
    const own = openTasks(scene.state).filter((task) => isFor(task, actor.reporterOf));
    return [
      { type: 'noted', what: 'reporterLeft', facts: factsOf({ reporters: left }), words: input.grounds },
      ...own.map((task): Event => ({ type: 'taskEnded', task: task.id, how: 'cancelled' })),
    ];
  },
});

const isFor = ({ performer, reporter }: Task, matter: string | null): boolean =>
  performer.reporterOf === matter || reporter === matter;

/** Facts were taken down wrongly: corrected and recorded. Edits never reset a clock (design.md). */
const correctFacts: Act = act({
  name: 'correctFacts',
  title: t('更正信息', 'Correct the facts'),
  on: 'process',
  input: Correction,
  may(scene, actor) {
    mustBeOpen(scene);
    if (!supervises(actor, scene.state.place) && !isAskedFor(dispatcher(scene.state), actor))
      throw new NotYours('notDispatcher');
  },
  decide(_scene, { input }) {
    const { grounds, happenedOn, ...facts } = input;
    const happenedAt = happenedOn === undefined ? {} : { happenedAt: `${happenedOn}T00:00:00.000Z` };
    return [
      { type: 'noted', what: 'corrected', facts: factsOf({ ...facts, ...happenedAt }), words: grounds },
    ];
  },
});

export const sixStep: ProcessDefinition = {
  name: 'six-step',
  title: t('六步办理', 'Six-step handling'),
  source: '[000]',
  isMatter: true,
  steps: [
    { name: 'analyse', title: t('分析民情', 'Analyse') },
    { name: 'ledger', title: t('建立台账', 'Ledger') },
    { name: 'handle', title: t('及时办理', 'Handle') },
    { name: 'feedBack', title: t('反馈结果', 'Feed back'), isTelling: true },
    { name: 'evaluate', title: t('群众评议', 'Evaluate') },
    { name: 'assess', title: t('动态考核', 'Assess') },
  ],
  paths: [
    ['analyse', 'ledger', t('受理', 'accepted')],
    ['analyse', 'analyse', t('上报', 'moved up')],
    ['analyse', 'end', t('不予受理、并案', 'not accepted, merged')],
    ['ledger', 'handle', t('派单', 'dispatched')],
    ['handle', 'handle', t('退单、改派、退回', 'returned, reassigned, sent back')],
    ['handle', 'feedBack', t('审核通过', 'result accepted')],
    ['feedBack', 'evaluate', t('已告知', 'told')],
    ['evaluate', 'handle', t('未解决、不满意', 'unsolved, not satisfied')],
    ['evaluate', 'assess', t('已评议或窗口期满', 'rated, or window over')],
    ['assess', 'end', t('归档', 'archived')],
  ],
  tasks,
  acts: [withdrawMatter, correctFacts, addReporter, addFollower, blowWhistle],
  choices: { scoreLines: deductionsIn },
  report: reportOf,
  decider: (scene, _task, turn) => deciderOf(scene, turn),
  tell: (scene, what, facts) => told(scene.state, what, facts),
  undelivered,
};
