import { highest } from './card.ts';
import type { Course } from './course.ts';
import { dueOf, statusOf, unitsOf } from './standing.ts';

/** The row of `process`: the state itself, from which everything else here is made. */
export const processRows = ({ state, number, numbers }: Course): object[] => [
  {
    id: state.id,
    type: state.process,
    seq: state.seq,
    state,
    ...{ number, numbers },
    ...{ place_path: state.place, status: statusOf(state), step: state.step, ending: state.ending },
    ...{ card: highest(state), unit_ids: unitsOf(state), due_at: dueOf(state).due_at },
    opened_at: state.openedAt,
    closed_at: state.closedAt,
  },
];
