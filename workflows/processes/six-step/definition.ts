// The six steps as data: browser-safe, for the API, the console and the diagram. The story is in workflow.ts.
import type { Actor } from '../../process/actor.ts';
import { isAskedFor, supervises } from '../../process/actor.ts';
import type { Act, ProcessDefinition, Scene } from '../../process/definition.ts';
import { act } from '../../process/definition.ts';
import type { Event } from '../../process/event.ts';
import { factsOf } from '../../process/event.ts';
import { t } from '../../process/field.ts';
import { mustBeOpen } from '../../process/items.ts';
import { after, taskOpened } from '../../process/task.ts';
import { openTasks } from '../../process/state.ts';
import type { Task } from '../../process/state.ts';
import { NotNow, NotYours } from '../../rules/violation.ts';
import { Correction, Reason, Reporter } from './contract.ts';
import { deductionsIn } from './deductions.ts';
import {
  dispatcher,
  dispatcherAt,
  deciderOf,
  factsIn,
  isToldByItself,
  lowestTier,
  told,
  reportOf,
} from './rules.ts';
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

/** A later report of the same was merged into this one: its reporter follows, is told and rates (fine point 7). */
const addReporter: Act = act({
  name: 'addReporter',
  title: t('并入反映人', 'Add a reporter'),
  on: 'process',
  input: Reporter,
  may(scene, actor) {
    mustBeOpen(scene);
    if (actor.role !== 'system') throw new NotYours('systemOnly');
  },
  decide(scene, { input }) {
    const { reporters } = factsIn(scene.state);
    if (reporters.some(({ matter }) => matter === input.matter)) return [];
    const facts = factsOf({ reporters: [...reporters, input] });
    return [
      { type: 'noted', what: 'reporterAdded', facts },
      { type: 'told', matter: input.matter, what: 'merged', facts: {} },
      ...joinedLate(scene, input),
    ];
  },
});

/** Who joins after the result was fed back is told it now (called, where nothing else can), and rates while others do. */
function joinedLate(scene: Scene, reporter: Reporter): Event[] {
  const { matter } = reporter;
  const { step } = scene.state;
  if (!['feedBack', 'evaluate', 'assess'].includes(step)) return [];
  const rate = step === 'evaluate' ? [taskOpened(scene, 'rate', { reporterOf: matter })] : [];
  const call = isToldByItself(reporter) ? [] : [called(rate.reduce(after, scene), matter)];
  return [{ type: 'told', matter, what: 'result', facts: {} }, ...rate, ...call];
}

const called = (scene: Scene, matter: string): Event =>
  taskOpened(scene, 'tell', dispatcherAt(scene.state, lowestTier(scene.state.place)), { reporter: matter });

/** A call has to be made where a message did not arrive, unless one is asked for already. */
function undelivered(scene: Scene, matter: string, what: string): Event[] {
  const isAsked = Object.values(scene.state.tasks).some(
    (task) => task.kind === 'tell' && task.reporter === matter && task.status === 'open',
  );
  if (isAsked || what !== 'result') return [{ type: 'noted', what: 'undelivered', facts: {} }];
  return [{ type: 'noted', what: 'undelivered', facts: {} }, called(scene, matter)];
}

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
  acts: [withdrawMatter, correctFacts, addReporter, blowWhistle],
  choices: { scoreLines: deductionsIn },
  report: reportOf,
  decider: (scene, _task, turn) => deciderOf(scene, turn),
  tell: (scene, what, facts) => told(scene.state, what, facts),
  undelivered,
};
