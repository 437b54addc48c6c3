import type { TaskKind } from '../../../workflows/process/definition.ts';
import { nothing, t } from '../../../workflows/process/field.ts';
import { numbersIn } from '../../../workflows/process/numbers.ts';
import { Choosing, Telling, TrialNumbers } from './contract.ts';

export const tasks: Readonly<Record<string, TaskKind>> = {
  prepare: {
    step: 'call',
    title: t('准备种树', 'Prepare the planting'),
    ask: t('请准备好工具，到时结束。', 'Have the tools ready, and end it in time.'),
    term: (scene) => numbersIn(scene, TrialNumbers).prepare,
    ladder: () => 'ordinary',
    completions: [{ name: 'endPlanting', title: t('种完', 'All planted'), form: Choosing }],
  },
  watch: {
    step: 'call',
    title: t('到场监督', 'Come and see'),
    ask: t('请代表到场看看。', 'Deputies are asked to come and see.'),
    completions: [{ name: 'sawPlanting', title: t('已看', 'Seen'), form: nothing }],
  },
  tell: {
    step: 'thank',
    title: t('说说感受', 'Say how it was'),
    ask: t('请说说种得怎么样。', 'Please say how it went.'),
    isWindow: true,
    term: (scene) => numbersIn(scene, TrialNumbers).thank,
    completions: [{ name: 'tellHow', title: t('说', 'Say'), form: Telling }],
  },
};
