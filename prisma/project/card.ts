import type { Card, State } from '../../workflows/process/state.ts';
import type { Course } from './course.ts';
import { localKey } from './course.ts';

/** Rows of `card`: yellow and red cards and letters; cleared or lifted ones stay (practice.md, fine point 6). */
export const cardRows = ({ state }: Course): object[] =>
  Object.values(state.cards).map((card) => ({
    id: localKey(state.id, card.id),
    process_id: state.id,
    task_id: card.task && localKey(state.id, card.task),
    level: card.level,
    unit_id: card.unit,
    place_path: state.place,
    set_at: card.setAt,
    reply_due_at: card.replyDueAt,
    cleared_at: card.clearedAt,
    lifted_at: card.liftedAt,
    lifted_reason: card.liftedReason,
  }));

const isUp = (card: Card) => card.clearedAt === undefined && card.liftedAt === undefined;

/** The highest card that is up, of one task or of the whole process; null when none is. */
export function highest(state: State, task?: string): string | null {
  const up = Object.values(state.cards).filter(
    (card) => isUp(card) && (task === undefined || card.task === task),
  );
  return (
    (['letter', 'red', 'yellow'] as const).find((level) => up.some((card) => card.level === level)) ?? null
  );
}
