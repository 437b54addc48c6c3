import { highest } from './card.ts';
import type { Course } from './course.ts';
import { localKey } from './course.ts';

/** Rows of `task`: who may act, until when, and what became of it. */
export const taskRows = ({ state }: Course): object[] =>
  Object.values(state.tasks).map((task) => {
    const clock = state.clocks[task.clock ?? ''];
    const { performer } = task;
    return {
      id: localKey(state.id, task.id),
      process_id: state.id,
      ...{ kind: task.kind, step: task.step, status: task.status },
      role: performer.role,
      unit_id: performer.unit,
      place_path: performer.place ?? state.place,
      is_head: performer.isHead === true,
      call_back: performer.callBack === true,
      not_unit_id: performer.notUnit,
      not_person_id: performer.notPerson,
      reporter_of: performer.reporterOf,
      person_id: performer.person,
      item_id: task.item && localKey(state.id, task.item),
      about: task.about && localKey(state.id, task.about),
      held_by_id: task.heldBy,
      is_binding: task.isBinding,
      is_window: task.isWindow,
      is_paused: clock?.state === 'paused',
      opened_at: task.openedAt,
      due_at: clock?.dueAt,
      closed_at: task.closedAt,
      done_at: task.doneAt,
      done_by_id: task.status === 'done' ? task.by?.person : undefined,
      outcome: task.outcome ?? task.how,
      card: highest(state, task.id),
    };
  });
