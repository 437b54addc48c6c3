// The human tasks of a common problem: what is asked, within which time, and the ways to finish each.
import { decisions } from '../../process/acts/deciding.ts';
import type { Scene, TaskKind } from '../../process/definition.ts';
import { nothing, t } from '../../process/field.ts';
import { BadInput, NotNow } from '../../rules/violation.ts';
import * as form from './contract.ts';
import { numbers, placesOf } from './rules.ts';

const ladder = (scene: Scene): string => numbers(scene).ladder;

const confirm: TaskKind = {
  step: 'confirm',
  title: t('认定共性问题', 'Confirm that it is common'),
  ask: t(
    '核实是否多处同类：认定、并入已有，或说明理由不予认定。',
    'One and the same in several places? Confirm, merge or refuse.',
  ),
  term: (scene) => scene.policy.terms.decide,
  ladder,
  completions: [
    { name: 'confirmCommon', title: t('认定', 'Confirm'), form: nothing, may: mustBeInPlaces },
    {
      ...{ name: 'mergeProblem', title: t('并入已有', 'Merge'), form: form.Merge },
      ...{ also: notIntoItself, admit: intoAnEarlier },
    },
    { name: 'refuseCommon', title: t('不予认定', 'Refuse'), form: form.Reason },
  ],
};

function mustBeInPlaces(scene: Scene): void {
  const [places, needed] = [placesOf(scene.state).length, numbers(scene).places];
  if (places < needed) throw new NotNow('tooFewPlaces', { places, needed });
}

function notIntoItself({ state }: Scene, { input }: { input: unknown }): [] {
  if (form.Merge.parse(input).into === state.id) throw new BadInput('mergedIntoItself');
  return [];
}

/**
 * The later problem goes into the earlier one, by their ids, which are in the order in which they were raised: so no two can
 * be merged into each other, however many supervisors do it in the same second.
 */
function intoAnEarlier({ state }: Scene, input: unknown): void {
  if (form.Merge.parse(input).into > state.id) throw new BadInput('mergedIntoLater');
}

const assign: TaskKind = {
  step: 'assign',
  title: t('交办', 'Assign'),
  ask: t('交给能够解决的层级和单位。', 'Give it to the level and the unit that can solve it.'),
  term: (scene) => numbers(scene).assign,
  ladder,
  completions: [{ name: 'assignProblem', title: t('交办', 'Give to a unit'), form: form.Assignment }],
};

const solve: TaskKind = {
  step: 'solve',
  title: t('统一解决', 'Solve it everywhere'),
  ask: t('研究解决，记录进展，提交结果和佐证。', 'Solve it, note the progress, submit result and proof.'),
  term: (scene) => numbers(scene).solve,
  ladder,
  isDispatched: true,
  completions: [{ name: 'submitSolution', title: t('提交结果', 'Submit the result'), form: form.Solution }],
};

const measure: TaskKind = {
  step: 'measure',
  title: t('建立长效机制', 'Write the lasting measure'),
  ask: t('写明避免同类问题反复出现的长效机制。', 'Write down what keeps it from coming back.'),
  term: (scene) => numbers(scene).measure,
  ladder,
  completions: [{ name: 'submitMeasure', title: t('提交', 'Submit'), form: form.Measure }],
};

const check: TaskKind = {
  step: 'measure',
  title: t('审核长效机制', 'Check the measure'),
  ask: t('由责任单位以外的人审核结果和长效机制。', 'Checked by somebody else than the unit.'),
  term: (scene) => numbers(scene).check,
  ladder,
  completions: [
    { name: 'acceptMeasure', title: t('审核通过', 'Accept'), form: nothing },
    { name: 'sendBack', title: t('退回', 'Send back'), form: form.Reason },
  ],
};

const watch: TaskKind = {
  step: 'watch',
  title: t('跟踪复发', 'Watch for its return'),
  ask: t(
    '期内再有同类问题即为复发，退回重办；期满销号。',
    'Seen again, it is solved anew; when the time is over it is struck off.',
  ),
  term: (scene) => numbers(scene).watch,
  isWindow: true,
  completions: [{ name: 'reportRecurrence', title: t('登记复发', 'It has come back'), form: form.Seen }],
};

export const tasks: Readonly<Record<string, TaskKind>> = {
  ...{ confirm, assign, solve, measure, check, watch },
  ...decisions('solve'),
};
