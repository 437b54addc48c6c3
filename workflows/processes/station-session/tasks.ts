// The human tasks of the five steps: what is asked, within which time, and the ways to finish each.
import { followedBy } from '../../process/acts/following.ts';
import type { Completion, Scene, TaskKind } from '../../process/definition.ts';
import { entrance } from '../../process/entrance.ts';
import { factsOf } from '../../process/event.ts';
import type { Event } from '../../process/event.ts';
import { nothing, t } from '../../process/field.ts';
import { openItems } from '../../process/state.ts';
import { taskOpened } from '../../process/task.ts';
import { localDay, dayOf } from '../../rules/local-time.ts';
import { untilDay } from '../../process/acts/limits.ts';
import { BadInput, NotNow, NotYours } from '../../rules/violation.ts';
import * as form from './contract.ts';
import { beginsAt, factsIn, gradedBy, numbers, untilVisit } from './rules.ts';

type Done = Parameters<NonNullable<Completion['also']>>[1];

const ladder = (scene: Scene): string => numbers(scene).ladder;
const untilBegin = (scene: Scene): string => untilVisit(scene, factsIn(scene.state).startsAt ?? '').term;

/** Until the end of the day of the visit. */
function untilNight(scene: Scene): string {
  const at = new Date(factsIn(scene.state).startsAt ?? scene.now);
  return untilDay(scene, localDay(dayOf(at, scene.time.office.utcOffset)));
}

const plan: TaskKind = {
  step: 'plan',
  title: t('定期安排', 'Fix the visit'),
  ask: t(
    '确定接待时间、地点和接待人，到期公示。',
    'Fix the day, the place and who receives; it is published.',
  ),
  term: (scene) => numbers(scene).plan,
  ladder,
  completions: [{ name: 'publishPlan', title: t('公示', 'Publish'), form: form.Plan, also: mustBePlan }],
};

function mustBePlan(scene: Scene, { input }: { input: unknown }): [] {
  const { startsAt, receiver = factsIn(scene.state).receivers[0] } = form.Plan.parse(input);
  if (receiver === undefined) throw new BadInput('noReceiver');
  beginsAt(startsAt, scene.now);
  return [];
}

const gather: TaskKind = {
  step: 'announce',
  title: t('公示预约', 'Announced'),
  ask: t(
    '公示期间居民可以预约；到时自动开始接待。',
    'Residents may book; at the published time it begins by itself.',
  ),
  term: untilBegin,
  isWindow: true,
  completions: [{ name: 'beginReception', title: t('提前开始', 'Begin now'), form: nothing }],
};

/** Who has confirmed is reminded all the same, and signs in at the station. */
function toReceive(scene: Scene, { task }: Done): Event[] {
  return [taskOpened(scene, 'receive', task.performer)];
}

const attend: TaskKind = {
  step: 'announce',
  title: t('确认接待', 'Confirm that you come'),
  ask: t(
    '请确认按公示时间到站接待；不能到的，请站点安排替补。',
    'Confirm that you come; else a substitute is found.',
  ),
  term: untilBegin,
  ladder,
  completions: [
    { name: 'confirmAttendance', title: t('确认到站', 'I shall come'), form: nothing, also: toReceive },
  ],
};

const receive: TaskKind = {
  step: 'register',
  title: t('到站接待', 'Receive residents'),
  ask: t('按公示时间到站接待居民，到站后签到。', 'Receive residents at the published time; sign in there.'),
  term: untilNight,
  ladder,
  completions: [{ name: 'signIn', title: t('签到', 'Sign in'), form: nothing, may: mustHaveBegun }],
};

function mustHaveBegun({ state }: Scene): void {
  if (state.step !== 'register') throw new NotNow('visitNotBegun');
}

const holdSession: TaskKind = {
  step: 'register',
  title: t('登记在册', 'Register what is said'),
  ask: t(
    '当场逐条登记群众反映的情况，接待结束后提交。',
    'Take down each thing said; conclude when it is over.',
  ),
  term: untilNight,
  ladder,
  completions: [{ name: 'concludeSession', title: t('接待结束', 'Conclude'), form: nothing }],
};

const collate: TaskKind = {
  step: 'collate',
  title: t('汇总梳理', 'Collate'),
  ask: t('合并、拆分、逐条分级分类。', 'Merge, split, and classify each of them.'),
  term: (scene) => numbers(scene).collate,
  ladder,
  completions: [
    { name: 'concludeCollation', title: t('梳理完毕', 'Collated'), form: nothing, may: mustBeClassified },
  ],
};

function mustBeClassified({ state }: Scene): void {
  const open = openItems(state, 'said').filter((item) => form.saidIn(item).grade === undefined).length;
  if (open > 0) throw new NotNow('itemsUnclassified', { open });
}

const settle: TaskKind = {
  step: 'handle',
  title: t('当场办理', 'Settle on the spot'),
  ask: t('当场办理，记录结果。', 'Settle it at once and write down the result.'),
  term: (scene) => numbers(scene).spot,
  ladder,
  completions: [
    {
      name: 'submitSettlement',
      title: t('提交结果', 'Submit the result'),
      form: form.Settlement,
      isForResident: true,
      also: settled,
    },
  ],
};

/** Its score counts for the unit that was named, else for the one that did it. */
function settled({ state }: Scene, { actor, input, task: { item = '' } }: Done): Event[] {
  const { result } = form.Settlement.parse(input);
  const unit = state.items[item]?.facts['unit'] ?? actor.unit;
  return [{ type: 'itemChanged', item, what: 'settled', facts: { result, unit } }];
}

const regraded = (_scene: Scene, { input, task: { item = '' } }: Done): Event[] => [
  { type: 'itemChanged', item, what: 'regraded', facts: gradedBy(form.Classification.parse(input)) },
];

const regrade: TaskKind = {
  step: 'handle',
  title: t('重新分级', 'Classify again'),
  ask: t(
    '未被列为共性问题，或居民认为未解决：请重新分级办理。',
    'Not accepted as common, or unsolved: grade it anew.',
  ),
  term: (scene) => numbers(scene).collate,
  ladder,
  completions: [
    {
      name: 'regradeItem',
      title: t('重新分级', 'Classify again'),
      form: form.Classification,
      also: regraded,
    },
  ],
};

const tell: TaskKind = {
  step: 'feedBack',
  title: t('反馈居民', 'Tell the resident'),
  ask: t(
    '告知反映人办理结果，或告知预约人接待变动，记录回应。',
    'Tell the result, or that the visit has changed.',
  ),
  term: (scene) => numbers(scene).feedBack,
  ladder,
  completions: [
    { name: 'confirmTold', title: t('已告知', 'Told'), form: form.Told, isForResident: true },
    { name: 'reportUnreachable', title: t('无法联系', 'Could not be reached'), form: form.Reason },
  ],
};

const learn: TaskKind = {
  step: 'feedBack',
  title: t('反馈代表', 'The result, for the receiver'),
  ask: t(
    '您接待时群众反映的事项已有结果，请阅知。',
    'There is a result of what you were told: please take note.',
  ),
  term: (scene) => numbers(scene).feedBack,
  isWindow: true,
  completions: [{ name: 'acknowledgeResult', title: t('已阅', 'Noted'), form: nothing }],
};

const rate: TaskKind = {
  step: 'score',
  title: t('群众评议', 'Your rating'),
  ask: t('您反映的问题是否解决？是否满意？', 'Is what you said solved? Are you satisfied?'),
  term: (scene) => numbers(scene).rating,
  isWindow: true,
  completions: [{ name: 'rateResult', title: t('评议', 'Rate'), form: form.Judgement }],
};

const callBack: TaskKind = {
  step: 'score',
  title: t('回访', 'Call back'),
  ask: t('回访居民并如实记录；办理单位不得参与。', 'Call the resident back and record what they say.'),
  term: (scene) => numbers(scene).rating,
  ladder,
  completions: [
    { name: 'recordCallBack', title: t('记录回访', 'Record the call-back'), form: form.Judgement },
    { name: 'reportNoAnswer', title: t('未能接通', 'No valid call-back'), form: form.Reason },
  ],
};

const judge: TaskKind = {
  step: 'score',
  title: t('代表评议', 'The receiver’s mark'),
  ask: t('请对本次接待事项的办理打分。', 'Mark how what was said to you has been handled.'),
  term: (scene) => numbers(scene).rating,
  isWindow: true,
  completions: [{ name: 'scoreSession', title: t('打分', 'Mark'), form: form.SessionMark }],
};

/** A visit whose day is known already is published at once. */
export const publishVisit = entrance({
  name: 'publishVisit',
  title: t('发布接待安排', 'Publish a visit'),
  input: form.Visit,
  may({ role, callBack }) {
    if (callBack || !['community', 'subdistrict', 'supervisor'].includes(role))
      throw new NotYours('notStation');
  },
  begin: (_actor, { place, startsAt, ...planned }, { now }) => ({
    place,
    facts: factsOf({ ...planned, startsAt: beginsAt(startsAt, now) }),
  }),
});

/** What a supervisor does not want to leave to the step that it is at. */
export const superviseItem = followedBy({
  ...{ name: 'superviseItem', title: t('列入督办', 'Put under supervision') },
  ...{ process: 'supervision', source: 'session', item: 'said' },
});

export const tasks: Readonly<Record<string, TaskKind>> = {
  ...{ plan, gather, attend, receive, holdSession, collate, settle, regrade },
  ...{ tell, learn, rate, callBack, judge },
};
