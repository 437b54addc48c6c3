import type { Course } from './course.ts';

/** The row of `process`: the state itself, from which everything else here is made. */
export const processRows = ({ state, number }: Course): object[] => [
  {
    id: state.id,
    type: state.process,
    seq: state.seq,
    state,
    number,
    opened_at: state.openedAt,
    closed_at: state.closedAt,
  },
];
