import { t } from '../../process/field.ts';
import type { Project } from '../../process/printed.ts';
import type { State } from '../../process/state.ts';
import { factsIn } from './rules.ts';

/** An entry of the ledger is a project with money of its own. */
export function projects(state: State): Project[] {
  const { words, unit, budget, spent, year } = factsIn(state);
  const standing = state.closedAt === undefined ? t('办理中', 'in hand') : t('已销账', 'struck off');
  return [{ words, place: state.place, unit, dueAt: `${year}-12-31`, budget, spent, standing }];
}
