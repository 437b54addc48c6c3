import type { Choice } from '../../process/definition.ts';
import { t } from '../../process/field.ts';
import type { Title } from '../../process/field.ts';
import type { State } from '../../process/state.ts';
import type { ScoreReason } from '../../rules/score.ts';
import { factsIn } from './rules.ts';

const titles: Readonly<Record<ScoreReason, Title>> = {
  late: t('逾期', 'Late'),
  lateDays: t('逾期工作日', 'Further working days late'),
  refusedReturns: t('退单被驳回', 'Refused return'),
  rehandlings: t('二次办理', 'Re-handling'),
  yellow: t('黄牌', 'Yellow card'),
  red: t('红牌', 'Red card'),
  ratedUnsolved: t('评议未解决', 'Rated not solved'),
  ratedBasically: t('基本满意', 'Basically satisfied'),
  ratedDissatisfied: t('不满意', 'Not satisfied'),
};

/** The deductions that stand in a matter's score, each once: what an appeal can be about. None before it is scored. */
export function deductionsIn(state: State): Choice[] {
  const lines = factsIn(state).score?.lines ?? [];
  return [...new Set(lines.map(({ reason }) => reason))].map((value) => ({ value, title: titles[value] }));
}
