// The human tasks of the six steps: what is asked, within which time, and the ways to finish each.
import { decisions } from '../../process/acts/deciding.ts';
import type { Scene, TaskKind } from '../../process/definition.ts';
import { nothing, t } from '../../process/field.ts';
import { BadInput, NotNow } from '../../rules/violation.ts';
import * as form from './contract.ts';
import { factsIn } from './rules.ts';

const ordinary = () => 'ordinary';
const byColour = (scene: Scene): string => scene.policy.ladderOf[factsIn(scene.state).colour];

/** The lead leads to the end (首接负责): it may not submit over the heads of its co-handlers. */
function helpersMustBeDone(scene: Scene): void {
  const open = Object.values(scene.state.tasks).filter((t) => t.kind === 'assist' && t.status === 'open');
  if (open.length > 0) throw new NotNow('assistsOpen', { open: open.length });
}

const analyse: TaskKind = {
  step: 'analyse',
  title: t('分析研判', 'Analyse'),
  ask: t('研判类别、轻重缓急和大小难，选定主办单位。', 'Judge kind, importance and size; choose who leads.'),
  term: (scene) => scene.policy.terms.analyse,
  ladder: ordinary,
  completions: [
    { name: 'acceptMatter', title: t('受理', 'Accept'), form: form.Triage },
    { name: 'mergeMatter', title: t('并案', 'Merge as duplicate'), form: form.Merge, also: intoAnEarlier },
    { name: 'moveMatterUp', title: t('上报', 'Move up a tier'), form: form.Reason, may: mayMoveUp },
    {
      name: 'refuseMatter',
      title: t('不予受理', 'Do not accept'),
      form: form.Refusal,
      isForResident: true,
    },
  ],
};

/**
 * The later matter goes into the earlier one (practice.md, fine point 7), by their ids, which are in the order of intake: so no
 * two can be merged into each other, however many clerks do it in the same second.
 */
function intoAnEarlier({ state }: Scene, { input }: { input: unknown }): [] {
  const { into } = form.Merge.parse(input);
  if (into === state.id) throw new BadInput('mergedIntoItself');
  if (into > state.id) throw new BadInput('mergedIntoLater');
  return [];
}

function mayMoveUp(scene: Scene): void {
  if (factsIn(scene.state).tier === 'district') throw new NotNow('highestTier');
}

const register: TaskKind = {
  step: 'ledger',
  title: t('登记台账', 'Enter in the ledger'),
  ask: t('登记入账，明确责任人；编号和时限自动生成。', 'Enter it and name who answers for it.'),
  term: (scene) => scene.policy.terms.register,
  ladder: ordinary,
  completions: [{ name: 'registerMatter', title: t('登记入账', 'Register'), form: form.Registration }],
};

const handle: TaskKind = {
  step: 'handle',
  title: t('办理', 'Handle'),
  ask: t('办理事项，上传佐证，提交结果。', 'Handle it, attach proof, submit the result.'),
  term: (scene) => scene.policy.terms.handle[factsIn(scene.state).colour],
  ladder: byColour,
  isDispatched: true,
  completions: [
    {
      name: 'submitResult',
      title: t('提交结果', 'Submit the result'),
      form: form.Result,
      isForResident: true,
      may: helpersMustBeDone,
    },
  ],
};

const assist: TaskKind = {
  ...handle,
  title: t('协办', 'Assist'),
  ask: t('配合主办单位完成本单位的部分。', 'Do your unit’s part for the lead.'),
  isDispatched: false,
  isExcusable: true,
  completions: [{ name: 'submitPart', title: t('提交协办情况', 'Submit your part'), form: form.Result }],
};

const dispatch: TaskKind = {
  step: 'handle',
  title: t('重新派单', 'Dispatch again'),
  ask: t('退单已批准，请另派单位。', 'The return was approved: dispatch to another unit.'),
  term: (scene) => scene.policy.terms.dispatch,
  ladder: ordinary,
  completions: [{ name: 'dispatchMatter', title: t('派单', 'Dispatch'), form: form.Dispatch }],
};

const conference: TaskKind = {
  step: 'handle',
  title: t('会商', 'Conference'),
  ask: t('多次退单，召集会商；会商后的派单不得再退。', 'Returned too often: confer; the dispatch binds.'),
  term: (scene) => scene.policy.terms.conference,
  ladder: ordinary,
  completions: [
    { name: 'concludeConference', title: t('会商派单', 'Conclude and dispatch'), form: form.Conference },
  ],
};

const check: TaskKind = {
  step: 'handle',
  title: t('结果审核', 'Check the result'),
  ask: t('核对结果和佐证：通过，或退回重办。', 'Check result and proof: accept or send back.'),
  term: (scene) => scene.policy.terms.check,
  ladder: ordinary,
  completions: [
    { name: 'acceptResult', title: t('审核通过', 'Accept the result'), form: nothing },
    { name: 'sendBack', title: t('退回重办', 'Send back'), form: form.Reason },
  ],
};

const tell: TaskKind = {
  step: 'feedBack',
  title: t('告知居民', 'Tell the resident'),
  ask: t('用居民选择的方式告知结果，记录回应。', 'Tell them the result their way; record the answer.'),
  term: (scene) => scene.policy.terms.feedBack,
  ladder: ordinary,
  completions: [
    { name: 'confirmTold', title: t('已告知', 'Told'), form: form.Told, isForResident: true },
    { name: 'reportUnreachable', title: t('无法联系', 'Could not be reached'), form: form.Reason },
  ],
};

const rate: TaskKind = {
  step: 'evaluate',
  title: t('群众评议', 'Your rating'),
  ask: t('是否联系过您？是否解决？是否满意？', 'Were you contacted? Is it solved? Are you satisfied?'),
  term: (scene) => scene.policy.terms.rating,
  isWindow: true,
  completions: [{ name: 'rateResult', title: t('评议', 'Rate'), form: form.Judgement }],
};

const callBack: TaskKind = {
  step: 'evaluate',
  title: t('回访', 'Call back'),
  ask: t('回访居民并如实记录；办理单位不得参与。', 'Call the resident back and record what they say.'),
  term: (scene) => scene.policy.terms.callBack,
  ladder: ordinary,
  completions: [
    { name: 'recordCallBack', title: t('记录回访', 'Record the call-back'), form: form.Judgement },
    { name: 'reportNoAnswer', title: t('未能接通', 'No valid call-back'), form: form.Reason },
  ],
};

const superior: TaskKind = {
  step: 'evaluate',
  title: t('上级处置', 'Decide as superior'),
  ask: t(
    '多次办理仍未解决：责令再办，或说明理由办结。',
    'Still unsolved: order it again, or close with reasons.',
  ),
  term: (scene) => scene.policy.terms.decide,
  ladder: ordinary,
  completions: [
    { name: 'orderAgain', title: t('责令再办', 'Order it again'), form: form.Dispatch },
    {
      name: 'closeWithReasons',
      title: t('说明理由办结', 'Close with reasons'),
      form: form.Reason,
      isForResident: true,
    },
  ],
};

const score: TaskKind = {
  step: 'assess',
  title: t('确认考核', 'Confirm the score'),
  ask: t('核对得分；有异议可以申诉，逾期视为认可。', 'Check the score; appeal, or silence accepts it.'),
  term: (scene) => scene.policy.terms.appeal,
  isWindow: true,
  completions: [
    { name: 'acceptScore', title: t('认可得分', 'Accept the score'), form: nothing },
    { name: 'appealScore', title: t('申诉', 'Appeal'), form: form.Appeal, may: needsALine, also: isALine },
    { name: 'askExclusion', title: t('申请剔除', 'Ask for exclusion'), form: form.Exclusion },
  ],
};

function needsALine(scene: Scene): void {
  if ((factsIn(scene.state).score?.lines ?? []).length === 0) throw new NotNow('nothingToAppeal');
}

function isALine({ state }: Scene, { input }: { input: unknown }): [] {
  const { line } = form.Appeal.parse(input);
  if (!factsIn(state).score?.lines.some(({ reason }) => reason === line))
    throw new BadInput('noSuchLine', { line });
  return [];
}

const decidedAbove = (title: TaskKind['title'], yes: string, no: string): TaskKind => ({
  step: 'assess',
  title,
  ask: t('与原打分和申请人无关的人裁定。', 'Decided by somebody who neither scored nor asked.'),
  term: (scene) => scene.policy.terms.decide,
  ladder: ordinary,
  completions: [
    { name: yes, title: t('支持', 'Uphold'), form: form.Reason },
    { name: no, title: t('驳回', 'Reject'), form: form.Reason },
  ],
});

export const tasks: Readonly<Record<string, TaskKind>> = {
  ...{
    analyse,
    register,
    handle,
    assist,
    dispatch,
    conference,
    check,
    tell,
    rate,
    callBack,
    superior,
    score,
  },
  ...decisions('handle'),
  appealDecision: decidedAbove(t('申诉裁定', 'Decide on the appeal'), 'upholdAppeal', 'rejectAppeal'),
  exclusionDecision: decidedAbove(
    t('剔除审批', 'Decide on the exclusion'),
    'grantExclusion',
    'refuseExclusion',
  ),
};
