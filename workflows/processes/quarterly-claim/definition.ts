// A quarter as data: browser-safe, for the API, the console and the diagram. The story is in workflow.ts.
import type { Actor } from '../../process/actor.ts';
import type { Choice, ProcessDefinition, Scene, TaskKind } from '../../process/definition.ts';
import { entrance } from '../../process/entrance.ts';
import { nothing, t } from '../../process/field.ts';
import type { Title } from '../../process/field.ts';
import { openItems } from '../../process/state.ts';
import type { Item, Task } from '../../process/state.ts';
import { Period, periodOf, periodTitle, startOfPeriod } from '../../rules/period.ts';
import { NotNow, NotYours } from '../../rules/violation.ts';
import { claimActs, heardOfTask, heldBy, unheld, untilQuarterEnd } from './claims.ts';
import * as form from './contract.ts';
import { demandActs, quarterNumbers, unsorted, untaken } from './demands.ts';
import { desk, lists, projects } from './lists.ts';

const { communityOf, factsIn, needIn, problemIn } = form;

type Numbered = 'collect' | 'merge' | 'claim' | 'meeting' | 'name' | 'report';

const kind = (
  step: string,
  named: Numbered,
  [title, ask]: readonly [Title, Title],
  completions: TaskKind['completions'],
): TaskKind => ({
  ...{ step, title, ask, completions },
  term: (scene) => quarterNumbers(scene)[named],
  ladder: (scene) => quarterNumbers(scene).ladder,
});

const refuseIf = (open: number, code: string): void => {
  if (open > 0) throw new NotNow(code, { open });
};

/** The open needs of the community that the list is asked of. */
function listed(scene: Scene, { performer }: Task): number {
  const facts = factsIn(scene.state);
  return openItems(scene.state, 'need').filter(
    (item) => communityOf(facts, needIn(item).place) === performer.place,
  ).length;
}

const mustBeListed = (scene: Scene, _actor: Actor, task: Task): void => {
  if (listed(scene, task) === 0) throw new NotNow('noNeedsListed');
};

const mustHaveLeast = (scene: Scene, _actor: Actor, { performer: { unit } }: Task): void => {
  const { least } = quarterNumbers(scene);
  if (heldBy(scene.state, unit ?? '').length < least) throw new NotNow('tooFewClaims', { least });
};

const ofUnit = ({ state }: Scene, { performer }: Task): Item[] =>
  heldBy(state, performer.unit ?? '').filter(({ closedAt }) => closedAt === undefined);

const window: Pick<TaskKind, 'isWindow' | 'ladder'> = { isWindow: true, ladder: undefined };

const tasks: Readonly<Record<string, TaskKind>> = {
  demandList: kind(
    'collect',
    'collect',
    [
      t('报送需求清单', 'Hand in the demand list'),
      t(
        '收集居民需求并报送清单；没有需求的如实说明。',
        'Collect what people need and hand in the list; say so if there is none.',
      ),
    ],
    [
      {
        name: 'submitDemandList',
        title: t('报送清单', 'Hand in the list'),
        form: form.DemandList,
        may: mustBeListed,
      },
      {
        ...{
          name: 'reportNoNeeds',
          title: t('本季度无需求', 'No needs this quarter'),
          form: form.DemandList,
        },
        may: (scene, _actor, task) => refuseIf(listed(scene, task), 'needsListed'),
      },
    ],
  ),
  problemList: kind(
    'merge',
    'merge',
    [
      t('形成问题清单', 'Make the problem list'),
      t(
        '归纳共性需求，形成问题清单并发布给成员单位。',
        'Merge what is common; publish the problems to the member units.',
      ),
    ],
    [
      {
        ...{ name: 'publishProblems', title: t('发布问题清单', 'Publish the problem list'), form: nothing },
        may: ({ state }) => refuseIf(unsorted(state).length, 'needsUnsorted'),
      },
    ],
  ),
  claim: {
    ...kind(
      'claim',
      'claim',
      [
        t('认领问题', 'Claim problems'),
        t(
          '在职责范围内认领问题；截止前可以退回。',
          'Claim within your powers; claims may be given back until the close.',
        ),
      ],
      [
        {
          name: 'confirmClaims',
          title: t('确认认领', 'Confirm the claims'),
          form: nothing,
          may: mustHaveLeast,
        },
      ],
    ),
    ...window,
  },
  holdMeeting: kind(
    'meeting',
    'meeting',
    [
      t('召开联席会议', 'Hold the joint meeting'),
      t('会商无人认领的问题：指派、结转或不予办理。', 'Assign, defer or refuse what nobody claimed.'),
    ],
    [
      {
        ...{ name: 'concludeMeeting', title: t('会议结束', 'Conclude the meeting'), form: form.Meeting },
        may: ({ state }) => refuseIf(unheld(state).length, 'problemsUndecided'),
      },
    ],
  ),
  serviceList: kind(
    'service',
    'name',
    [
      t('报送服务清单', 'Hand in the service list'),
      t('逐项明确责任人和完成期限。', 'Name a person and a deadline for each.'),
    ],
    [
      {
        ...{ name: 'submitServiceList', title: t('报送服务清单', 'Hand in the list'), form: nothing },
        may: (scene, _actor, task) => {
          const unnamed = ofUnit(scene, task).filter((item) => problemIn(item).person === undefined);
          refuseIf(unnamed.length, 'problemsUnnamed');
        },
      },
    ],
  ),
  carryOut: {
    ...kind(
      'service',
      'name',
      [
        t('督促办理', 'See it carried out'),
        t('督促各单位办结；季末未办结的结转下季度。', 'What is not done by the quarter’s end carries over.'),
      ],
      [
        {
          name: 'carryOverRest',
          title: t('提前结转未办结事项', 'Carry the rest over now'),
          form: form.Reason,
        },
      ],
    ),
    ...window,
    term: untilQuarterEnd,
  },
  report: kind(
    'report',
    'report',
    [
      t('签发季度报告', 'Sign the quarter’s report'),
      t('核对认领、办结、结转等数据并签发。', 'Check the figures and sign.'),
    ],
    [{ name: 'signReport', title: t('签发', 'Sign'), form: form.DemandList }],
  ),
};

const openQuarter = entrance({
  name: 'openQuarter',
  title: t('开启本季度认领', 'Open the quarter'),
  input: nothing,
  may({ role, place }) {
    if (role !== 'subdistrict' || place.split('/').length !== 2) throw new NotYours('notSubdistrict');
  },
  begin({ place }, _input, { now, time: { office } }) {
    const period = periodOf(now, 'quarter', office.utcOffset);
    const at = startOfPeriod(period, office.utcOffset);
    return { place, facts: { period }, once: { at, names: ['quarterly-claim', place, period] } };
  },
});

const titled = (item: Item): Choice => choiceOf(item.id, needIn(item).words);
const choiceOf = (value: string, words: string): Choice => ({ value, title: t(words, words) });

export const quarterlyClaim: ProcessDefinition = {
  name: 'quarterly-claim',
  title: t('季度认领', 'Quarterly claim'),
  source: '[002]',
  label: ({ period }) => periodTitle(Period.parse(period)),
  numbers: form.QuarterNumbers,
  entrances: [openQuarter],
  rhythm: { level: 'subdistrict', every: () => 'quarter', facts: (period) => ({ period }) },
  asks: ['communities', 'members', 'carried', 'troubles'],
  steps: [
    { name: 'collect', title: t('需求清单', 'Demand list') },
    { name: 'merge', title: t('问题清单', 'Problem list') },
    { name: 'claim', title: t('单位认领', 'Claims') },
    { name: 'meeting', title: t('联席会议', 'Joint meeting') },
    { name: 'service', title: t('服务清单', 'Service list') },
    { name: 'carryOut', title: t('跟踪办理', 'Carry out') },
    { name: 'report', title: t('季度报告', 'Report') },
  ],
  paths: [
    ['collect', 'merge', t('各社区已报送或截止', 'handed in, or closed')],
    ['merge', 'claim', t('发布', 'published')],
    ['claim', 'meeting', t('认领期满', 'window over')],
    ['meeting', 'service', t('逐项落实', 'each decided')],
    ['service', 'carryOut', t('责任到人', 'each named')],
    ['carryOut', 'report', t('办结或结转', 'done or carried over')],
    ['report', 'end', t('签发', 'signed')],
  ],
  tasks,
  acts: [...demandActs, ...claimActs],
  choices: {
    unsortedNeeds: (state) => unsorted(state).map(titled),
    troubles: (state) => untaken(state).map(({ process, words }) => choiceOf(process, words)),
  },
  items: {
    member: t('成员单位', 'Member'),
    need: t('需求', 'Need'),
    problem: t('问题', 'Problem'),
  },
  lists,
  projects,
  desk,
  heard: heardOfTask,
  decider: ({ state }) => form.subdistrict(state),
  tell: () => [],
};
