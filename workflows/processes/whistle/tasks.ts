// The human tasks of a whistle: approve, answer, come, stay, finish, mark.
import type { Completion, Scene, TaskKind } from '../../process/definition.ts';
import type { Event } from '../../process/event.ts';
import { t } from '../../process/field.ts';
import { numbersIn } from '../../process/numbers.ts';
import type { Item, Task } from '../../process/state.ts';
import { isTimely } from '../../rules/clock.ts';
import { clockOf } from '../../process/task.ts';
import { NotNow } from '../../rules/violation.ts';
import * as form from './contract.ts';
import { arrived, awaited, calledIn, comingOf, factsIn, isFinished, ladderOf } from './rules.ts';

const numbersOf = (scene: Scene) => numbersIn(scene, form.Numbers);
const groundOf = (scene: Scene) => factsIn(scene.state).ground;

/** The department that a task is about. */
function calledFor({ state }: Scene, task: Task): Item {
  const item = state.items[task.item ?? ''];
  if (item === undefined) throw new NotNow('notCalled');
  return item;
}

type Also = NonNullable<Completion['also']>;

const answered: Also = (scene, { input, task }) => {
  const clock = clockOf(scene, task);
  const { who } = form.Reply.parse(input);
  const isAnsweredInTime = clock === undefined || isTimely(clock, scene.now);
  const facts = { answeredAt: scene.now.toISOString(), isAnsweredInTime, who };
  return [{ type: 'itemChanged', item: calledFor(scene, task).id, what: 'answered', facts }];
};

const come: Also = (scene, { input, task }) => {
  const { who } = form.OwnArrival.parse(input);
  return arrived(scene, calledFor(scene, task), scene.now, { who, seenBy: 'unit' });
};

const left: Also = (scene, { input, task }) => {
  const facts = { leftAt: scene.now.toISOString(), ...form.Leaving.parse(input) };
  return [{ type: 'itemChanged', item: calledFor(scene, task).id, what: 'left', facts }];
};

const marked: Also = (scene, { input, task }): Event[] => {
  const { mark, words } = form.Mark.parse(input);
  const item = calledFor(scene, task);
  return [
    { type: 'itemChanged', item: item.id, what: 'marked', facts: { mark }, words },
    { type: 'itemClosed', item: item.id, ending: comingOf(calledIn(item)) },
  ];
};

function allMustHaveCome({ state }: Scene): void {
  const { length: open } = awaited(state);
  if (open > 0) throw new NotNow('unitsAwaited', { open });
}

function mustBeFinished({ state }: Scene): void {
  if (!isFinished(state)) throw new NotNow('jointWorkOpen');
}

const approve: TaskKind = {
  step: 'approve',
  title: t('吹哨审批', 'Approve the whistle'),
  ask: t('核实是否确需吹哨、所吹单位是否准确。', 'Is it needed, and are these the right units?'),
  term: (scene) => numbersOf(scene).approve,
  ladder: ladderOf,
  completions: [
    { name: 'approveWhistle', title: t('同意吹哨', 'Approve'), form: form.Approval },
    { name: 'refuseWhistle', title: t('不同意', 'Refuse'), form: form.Reason },
  ],
};

const answer: TaskKind = {
  step: 'report',
  title: t('响应', 'Answer'),
  ask: t('确认收到哨声，说明由谁到场。', 'Say that you have heard it, and who comes.'),
  term: (scene) => numbersOf(scene).answer[groundOf(scene)],
  ladder: ladderOf,
  completions: [{ name: 'answerWhistle', title: t('响应', 'Answer'), form: form.Reply, also: answered }],
};

const arrive: TaskKind = {
  step: 'report',
  title: t('到场报到', 'Come'),
  ask: t('按时到场，向吹哨单位报到。', 'Come in time and report to the caller.'),
  term: (scene) => numbersOf(scene).arrive[groundOf(scene)],
  ladder: ladderOf,
  completions: [
    { name: 'reportArrival', title: t('已到场', 'We have come'), form: form.OwnArrival, also: come },
  ],
};

const onSite: TaskKind = {
  step: 'report',
  title: t('在场处置', 'Work on the spot'),
  ask: t('事不完，人不撤；吹哨单位宣布结束后方可离开。', 'Nobody leaves before the caller says it is done.'),
  completions: [
    {
      name: 'leaveSite',
      title: t('撤离', 'Leave'),
      form: form.Leaving,
      may: mustBeFinished,
      also: left,
    },
  ],
};

const finish: TaskKind = {
  step: 'report',
  title: t('牵头处置', 'Lead the joint work'),
  ask: t('记录谁来了、做了什么；处置完毕后宣布结束。', 'Record who came and did what; say when it is done.'),
  term: (scene) => numbersOf(scene).finish[groundOf(scene)],
  ladder: ladderOf,
  completions: [
    { name: 'finishJointWork', title: t('处置完毕', 'It is done'), form: form.Result, may: allMustHaveCome },
  ],
};

const mark: TaskKind = {
  step: 'mark',
  title: t('评价部门', 'Mark the department'),
  ask: t('为每个部门打分，计入其考核。', 'Mark the department; it counts in its score.'),
  term: (scene) => numbersOf(scene).mark,
  ladder: (scene) => numbersOf(scene).ladder,
  completions: [{ name: 'markDepartment', title: t('评分', 'Mark'), form: form.Mark, also: marked }],
};

export const tasks: Readonly<Record<string, TaskKind>> = { approve, answer, arrive, onSite, finish, mark };
