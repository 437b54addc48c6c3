import { localKey } from '../../../prisma/project/course.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import { timeOf } from '../wire.ts';
import type { Shown } from './shown.ts';
import type { Titles } from './titles.ts';

/** The cards of any process. */
export const cardsOf = ({ state }: Pick<Scene, 'state'>, titles: Titles): Shown['cards'] =>
  Object.values(state.cards).map(({ id, level, task, unit, setAt, replyDueAt, clearedAt, liftedAt }) => ({
    id: localKey(state.id, id),
    level,
    task: task === undefined ? null : localKey(state.id, task),
    unit: titles.unit(unit),
    setAt: timeOf(new Date(setAt)),
    replyDueAt: replyDueAt ? timeOf(new Date(replyDueAt)) : null,
    clearedAt: clearedAt ? timeOf(new Date(clearedAt)) : null,
    liftedAt: liftedAt ? timeOf(new Date(liftedAt)) : null,
  }));
