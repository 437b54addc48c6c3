// A claimed task as data: browser-safe, for the API, the console and the diagram. The story is in workflow.ts.
import { decisions } from '../../process/acts/deciding.ts';
import type { ProcessDefinition, TaskKind } from '../../process/definition.ts';
import { nothing, t } from '../../process/field.ts';
import { Period, periodTitle } from '../../rules/period.ts';
import { BadInput } from '../../rules/violation.ts';
import * as form from './contract.ts';
import * as rules from './rules.ts';

const serve: TaskKind = {
  step: 'serve',
  title: t('办理认领任务', 'Carry out the claimed task'),
  ask: t(
    '按期办结，上传佐证，报请需求社区核验。',
    'Get it done in time, attach proof, have it checked by who asked.',
  ),
  term: rules.termOf,
  ladder: (scene) => rules.taskNumbers(scene).ladder,
  isDispatched: true,
  completions: [
    {
      ...{ name: 'submitDone', title: t('报请核验', 'Submit as done'), form: form.Result },
      also(_scene, { input }) {
        if (form.Result.parse(input).proof.length === 0) throw new BadInput('proofNeeded');
        return [];
      },
    },
  ],
};

const progress: TaskKind = {
  step: 'serve',
  title: t('报告进展', 'Report progress'),
  ask: t(
    '报告已做的工作、进度和下次报告日期。',
    'Say what has been done, how far it is, and when you report next.',
  ),
  term: rules.nextReport,
  ladder: (scene) => rules.taskNumbers(scene).ladder,
  completions: [
    {
      ...{ name: 'reportProgress', title: t('报告进展', 'Report progress'), form: form.Progress },
      also(scene, { input }) {
        rules.mustBeLater(scene, form.Progress.parse(input).nextOn);
        return [];
      },
    },
  ],
};

const check: TaskKind = {
  step: 'check',
  title: t('核验', 'Check'),
  ask: t(
    '对照需求核验结果和佐证：通过，或退回重办。',
    'Check it against what was asked for: accept, or send it back.',
  ),
  term: (scene) => rules.taskNumbers(scene).check,
  ladder: (scene) => rules.taskNumbers(scene).ladder,
  completions: [
    { name: 'confirmDone', title: t('核验通过', 'Confirm'), form: nothing },
    { name: 'sendTaskBack', title: t('退回重办', 'Send back'), form: form.Reason },
  ],
};

export const claimTask: ProcessDefinition = {
  name: 'claim-task',
  title: t('认领任务', 'Claimed task'),
  source: '[002]',
  label: ({ period }) =>
    period === undefined ? t('认领任务', 'Claimed task') : periodTitle(Period.parse(period)),
  about: ({ words }) => words,
  numbers: form.TaskNumbers,
  steps: [
    { name: 'serve', title: t('办理', 'Carry out') },
    { name: 'check', title: t('核验', 'Check') },
  ],
  paths: [
    ['serve', 'serve', t('改派', 'reassigned')],
    ['serve', 'check', t('报请核验', 'submitted')],
    ['serve', 'end', t('退单、季末结转', 'returned, carried over')],
    ['check', 'serve', t('退回重办', 'sent back')],
    ['check', 'end', t('核验通过', 'confirmed by all')],
  ],
  tasks: { serve, progress, check, ...decisions('serve') },
  acts: [],
  report: rules.courseOf,
  heard: rules.heardOf,
  decider: ({ state }, _task, turn) => rules.deciderOf(state, turn),
  tell: () => [],
};
