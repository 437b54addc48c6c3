import { z } from 'zod';
import { stageNumberNames } from '../../../workflows/rules/stages.ts';
import { scope } from '../door/scope.ts';
import type { Condition } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import { inPlace } from '../processes/list.ts';
import { GRID, HANDS } from './clock-query.ts';
import { PeriodFilter } from './period.ts';
import type { Window } from './period.ts';

/** Tasks of one kind of process that were given out in the period; `unit`: in whose hands, an id or a path. */
export const StageFilter = PeriodFilter.extend({
  process: z.string().max(60),
  by: z.enum(['step', 'unit']).default('step'),
  step: z.string().max(60).optional(),
  place: z.string().max(200).optional(),
  unit: z.string().max(200).optional(),
});
export type StageFilter = z.infer<typeof StageFilter>;

export const StageNumber = z.enum(stageNumberNames);
export type StageNumber = z.infer<typeof StageNumber>;

/** Stands for the process as a whole where a step is named. */
export const WHOLE = 'whole';

/** SQL of workflows/rules/stages.ts: late to the second, and never while the due time is unknown; `$3` is now. */
const LATE = `coalesce(date_trunc('second', coalesce(done_at, $3)) > date_trunc('second', due_at), false)`;
const DONE = 'done_at is not null';

export const isCounted: Readonly<Record<StageNumber, string>> = {
  due: `(${DONE} or ${LATE})`,
  done: `(${DONE})`,
  doneInTime: `(${DONE} and not ${LATE})`,
  doneLate: `(${DONE} and ${LATE})`,
  pending: `(not ${DONE})`,
  pendingInTime: `(not ${DONE} and not ${LATE})`,
  pendingLate: `(not ${DONE} and ${LATE})`,
};

const WHOLES = `select pr.id::text as id, pr.id as process_id, '${WHOLE}' as step, null as hands, null as task_kind,
  pr.opened_at, pr.due_at, pr.closed_at as done_at, pr.type, pr.number, ${GRID} as grid, m.kind, m.colour,
  case when m.id is null then pr.state -> 'facts' end as facts
  from process pr left join matter m on m.id = pr.id`;
const TASKS = `select t.id, t.process_id, t.step, ${HANDS} as hands, t.kind as task_kind, t.opened_at, t.due_at,
  case when t.status = 'done' then coalesce(t.done_at, t.closed_at) end as done_at, pr.type, pr.number, ${GRID} as grid,
  m.kind, m.colour, case when m.id is null then pr.state -> 'facts' end as facts
  from task t join process pr on pr.id = t.process_id left join matter m on m.id = t.process_id`;

/**
 * `item`: every piece of work of the period, and every process as a whole. Work that ended undone (returned, reassigned,
 * cancelled) counts for whoever did it in the end; what was merged counts where it went.
 */
export function itemsIn(subject: Subject, query: StageFilter, { from, until }: Window, now: Date): Condition {
  const values: unknown[] = [from, until, now, query.process];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { place, unit } = query;
  const inArea = place === undefined ? 'true' : inPlace('pr.place_path', add(place));
  const named = unit === undefined ? undefined : add(unit);
  const seen = scope(
    subject,
    'overview:read',
    { unitIds: 'pr.unit_ids', placePath: 'pr.place_path' },
    values,
  );
  const common = `pr.type = $4 and ${inArea} and ${seen.sql}`;
  const ofWhole = named === undefined ? 'true' : `${named} = any(pr.unit_ids::text[])`;
  const ofTask = named === undefined ? 'true' : `${HANDS} = ${named}`;
  const sql = `with item as (
    ${WHOLES} where pr.opened_at >= $1 and pr.opened_at < $2 and ${common} and ${ofWhole} and m.merged_into is null
    union all
    ${TASKS} where t.opened_at >= $1 and t.opened_at < $2 and ${common} and ${ofTask}
      and not t.is_window and t.status <> 'ended')`;
  return { sql, values: seen.values };
}
