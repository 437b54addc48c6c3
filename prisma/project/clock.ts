import type { Course } from './course.ts';
import { localKey } from './course.ts';

/** Rows of `clock`; `body` is the clock as the rules see it, to explain a deadline from. */
export function clockRows({ state }: Course): object[] {
  const taskOf = new Map(
    Object.values(state.tasks).flatMap(({ id, clock }) => (clock ? [[clock, id] as const] : [])),
  );
  return Object.values(state.clocks).map((clock) => {
    const task = taskOf.get(clock.id);
    return {
      id: localKey(state.id, clock.id),
      process_id: state.id,
      task_id: task && localKey(state.id, task),
      state: clock.state,
      term: clock.term,
      started_at: clock.startedAt,
      due_at: clock.dueAt,
      stopped_at: clock.stoppedAt,
      body: clock,
    };
  });
}
