import { z } from 'zod';
import { catalog } from '../../../workflows/catalog.ts';
import { scope } from '../door/scope.ts';
import type { Condition } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import { inPlace } from '../processes/list.ts';
import { GRID, HANDS } from './clock-query.ts';
import { StageFilter } from './stage-query.ts';
import type { Window } from './period.ts';

export const CounterFilter = StageFilter.omit({ by: true, step: true });
export type CounterFilter = z.infer<typeof CounterFilter>;

/** Extension 延期, hanging 挂账, rework 返工 (a re-handling), shuffling 推诿 (a return or reassignment that was granted). */
export const CounterName = z.enum(['extension', 'hanging', 'rework', 'shuffling']);
export type CounterName = z.infer<typeof CounterName>;

/** Kinds of tasks that lead the work: dispatched, and not only help. */
const leading = (process: string): string[] =>
  Object.entries(catalog[process]?.tasks ?? {}).flatMap(([name, { isDispatched, isExcusable }]) =>
    isDispatched === true && isExcusable !== true ? [name] : [],
  );

/** Whether a clock `c` ran at all in the period: what stopped before it is not looked into. */
const TOUCHES = `coalesce(c.stopped_at, 'infinity'::timestamptz) >= $1 and c.started_at < $2`;

const EXTENDED = `select c.process_id, c.task_id, 'extension' as name, (one ->> 'at')::timestamptz as began,
    case when c.state = 'stopped' then c.stopped_at end as ended,
    (one ->> 'to')::timestamptz - (one ->> 'from')::timestamptz as lasted
  from clock c cross join jsonb_array_elements(c.body -> 'extensions') one
  where c.body -> 'extensions' <> '[]' and c.task_id is not null and ${TOUCHES}`;
const HUNG = `select c.process_id, c.task_id, 'hanging', (one ->> 'from')::timestamptz,
    (one ->> 'until')::timestamptz, coalesce((one ->> 'until')::timestamptz, $3) - (one ->> 'from')::timestamptz
  from clock c cross join jsonb_array_elements(c.body -> 'pauses') one
  where c.body -> 'pauses' <> '[]' and c.task_id is not null and ${TOUCHES} and one ->> 'reason' = 'suspension'`;
const PASSED_ON = `select t.process_id, t.id, 'shuffling', t.closed_at,
    case when pr.closed_at is not null then pr.closed_at end, t.closed_at - t.opened_at
  from task t join process pr on pr.id = t.process_id where t.outcome in ('returned', 'reassigned')`;
const REDONE = `select t.process_id, t.id, 'rework', t.opened_at, t.closed_at, coalesce(t.closed_at, $3) - t.opened_at
  from task t where t.kind = any($5) and exists (select from task first where first.process_id = t.process_id
    and first.kind = t.kind and first.status = 'done' and first.item_id is not distinct from t.item_id
    and first.closed_at <= t.opened_at and first.id <> t.id)`;

/**
 * `time`: each time that something was put off, hung, done again or passed on, in the period. It is still so while `ended`
 * is null; `lasted` is by the clock: what was granted, how long it hung, how long it was done again, and how long it lay
 * with whoever passed it on. `$3` is now.
 */
export function timesIn(
  subject: Subject,
  { process, place, unit }: CounterFilter,
  { from, until }: Window,
  now: Date,
): Condition {
  const values: unknown[] = [from, until, now, process, leading(process)];
  const add = (value: unknown) => `$${values.push(value)}`;
  const wanted = [
    'pr.type = $4',
    ...(place === undefined ? [] : [inPlace('pr.place_path', add(place))]),
    ...(unit === undefined ? [] : [`${HANDS} = ${add(unit)}`]),
  ];
  const seen = scope(
    subject,
    'overview:read',
    { unitIds: 'pr.unit_ids', placePath: 'pr.place_path' },
    values,
  );
  const sql = `with happened as (${[EXTENDED, HUNG, PASSED_ON, REDONE].join(' union all ')}), time as (
    select happened.*, extract(epoch from lasted) * 1000 as ms, ${HANDS} as hands, t.kind as task_kind, pr.type, pr.number,
           ${GRID} as grid, m.kind, m.colour, case when m.id is null then pr.state -> 'facts' end as facts,
           count(*) over (partition by happened.process_id, happened.name) as times
    from happened join process pr on pr.id = happened.process_id join task t on t.id = happened.task_id
    left join matter m on m.id = pr.id
    where began >= $1 and began < $2 and ${[...wanted, seen.sql].join(' and ')})`;
  return { sql, values: seen.values };
}
