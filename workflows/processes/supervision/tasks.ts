// The human tasks of supervision: one for each checkpoint of 13710, and those that letters lead to.
import { untilDay } from '../../process/acts/limits.ts';
import type { Completion, ProcessDefinition, Scene, TaskKind } from '../../process/definition.ts';
import { t } from '../../process/field.ts';
import { taskOpened } from '../../process/task.ts';
import { BadInput, NotNow } from '../../rules/violation.ts';
import * as form from './contract.ts';
import { factsIn, letterFor, letterOut, numbersOf, officeOf, writtenAgain } from './rules.ts';

type Term = 'assign' | 'report' | 'ordinary' | 'major' | 'check' | 'reply' | 'judge' | 'summon';

const within = (termOf: (scene: Scene) => Term): Pick<TaskKind, 'term' | 'ladder'> => ({
  term: (scene) => numbersOf(scene)[termOf(scene)],
  ladder: (scene) => numbersOf(scene).ladder,
});

type Also = NonNullable<Completion['also']>;

/** A unit has to be named, unless it is known from where the item comes. */
const needsAUnit: Also = ({ state }, { input }) => {
  if ((form.Assignment.parse(input).unit ?? factsIn(state).unit) == null) throw new BadInput('noUnitNamed');
  return [];
};

function mustBeMajor({ state }: Scene): void {
  const { class: ofClass, plannedUntil } = factsIn(state);
  if (ofClass !== 'major') throw new NotNow('notMajor');
  if (plannedUntil !== undefined) throw new NotNow('planFiled', { until: plannedUntil });
}

const planMustLieAhead: Also = (scene, { input }) => {
  const { until } = form.Plan.parse(input);
  if (untilDay(scene, until) === '0d-eod') throw new BadInput('planInThePast', { day: until });
  return [];
};

function lettersMustBeSettled({ state }: Scene): void {
  if (letterOut(state) !== undefined) throw new NotNow('letterOut');
}
const replied: Also = (scene, { task }) => {
  const { id } = letterFor(scene, task);
  return [
    { type: 'itemChanged', item: id, what: 'replied', facts: { repliedAt: scene.now.toISOString() } },
    taskOpened(scene, 'judge', officeOf(scene.state), { item: id, about: task.id }),
  ];
};

const closed =
  (ending: 'accepted' | 'held'): Also =>
  (scene, { task }) => [{ type: 'itemClosed', item: letterFor(scene, task).id, ending }];

const again =
  (ending: 'rejected' | 'noShow'): Also =>
  (scene, { actor, input, task }) =>
    writtenAgain(scene, task, { ending, issuer: actor.person, words: form.Reason.parse(input).grounds });

const assign: TaskKind = {
  step: 'assign',
  title: t('研究交办', 'Study and assign'),
  ask: t(
    '当日研究交办：定类别、责任单位和要求。',
    'Assign it the same day: class, unit and what is demanded.',
  ),
  ...within(() => 'assign'),
  completions: [
    { name: 'assignItem', title: t('交办', 'Give to a unit'), form: form.Assignment, also: needsAUnit },
  ],
};

const report: TaskKind = {
  step: 'settle',
  title: t('报告进展', 'Report progress'),
  ask: t('三日内报告办理进展。', 'Report within three days how it is being handled.'),
  ...within(() => 'report'),
  completions: [{ name: 'reportProgress', title: t('报告进展', 'Report'), form: form.Progress }],
};

const settle: TaskKind = {
  step: 'settle',
  title: t('限时办结', 'Settle it'),
  ask: t(
    '限期办结并提交佐证；重大事项确实无法办结的，报送有时限的计划。',
    'Settle it with proof; a major one may get a dated plan.',
  ),
  ...within(({ state }) => factsIn(state).class),
  completions: [
    { name: 'submitSettlement', title: t('提交结果', 'Submit the result'), form: form.Settlement },
    {
      name: 'filePlan',
      title: t('报送计划', 'File a dated plan'),
      form: form.Plan,
      may: mustBeMajor,
      also: planMustLieAhead,
    },
  ],
};

const check: TaskKind = {
  step: 'strikeOff',
  title: t('销号审核', 'Check and strike off'),
  ask: t('核实结果：销号，或退回重办。', 'Check the result: strike it off, or send it back.'),
  ...within(() => 'check'),
  completions: [
    { name: 'strikeOff', title: t('销号', 'Strike off'), form: form.Opinion, may: lettersMustBeSettled },
    { name: 'rejectSettlement', title: t('退回重办', 'Send back'), form: form.Reason },
  ],
};

const reply: TaskKind = {
  step: 'settle',
  title: t('回复督办函', 'Reply to the letter'),
  ask: t('在规定时间内回复督办函。', 'Reply to the letter in time.'),
  ...within(() => 'reply'),
  completions: [{ name: 'replyLetter', title: t('回复', 'Reply'), form: form.Reply, also: replied }],
};

const judge: TaskKind = {
  step: 'settle',
  title: t('审核回复', 'Judge the reply'),
  ask: t('采纳回复，或退回并提级发函。', 'Accept the reply, or reject it and write one level up.'),
  ...within(() => 'judge'),
  completions: [
    { name: 'acceptReply', title: t('采纳', 'Accept'), form: form.Opinion, also: closed('accepted') },
    {
      name: 'rejectReply',
      title: t('退回并提级', 'Reject, one level up'),
      form: form.Reason,
      also: again('rejected'),
    },
  ],
};

const talk: TaskKind = {
  step: 'talk',
  title: t('约谈负责人', 'Call in the head'),
  ask: t(
    '约谈责任单位负责人，记录到会情况和约谈内容。',
    'Call in the head of the unit; record who came and what was said.',
  ),
  ...within(() => 'summon'),
  completions: [
    { name: 'holdTalk', title: t('已约谈', 'The talk was held'), form: form.Talk, also: closed('held') },
    {
      name: 'recordNoShow',
      title: t('未到会，再次约谈', 'Nobody came: summon again'),
      form: form.Reason,
      also: again('noShow'),
    },
  ],
};

export const tasks: ProcessDefinition['tasks'] = { assign, report, settle, check, reply, judge, talk };
