import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { dueAt } from '../../../workflows/rules/term.ts';
import { scope } from '../door/scope.ts';
import type { Condition } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';
import { inPlace } from '../processes/list.ts';
import { inForceFor } from './in-force.ts';

/** `late`: past due; `soon`: due within N working days; `paused`: its due time is unknown. */
export const ClockState = z.enum(['late', 'soon', 'paused']);
export type ClockState = z.infer<typeof ClockState>;

/**
 * What open clocks are narrowed by. `within`: working days; `unit`: in whose hands, a unit's id or the path of the place
 * whose people are asked; `place`: its id, code or path; `colour`: of triage, `none` for what has none.
 */
export const ClockFilter = z.object({
  within: z.coerce.number().int().min(1).max(20).default(2),
  unit: z.string().max(200).optional(),
  place: z.string().max(200).optional(),
  colour: z.string().max(20).optional(),
  kind: z.string().max(60).optional(),
  process: z.string().max(60).optional(),
});
export type ClockFilter = z.infer<typeof ClockFilter>;

/** In whose hands the work is: the unit that is asked, or the place whose people are. */
export const HANDS = 'coalesce(t.unit_id::text, t.place_path)';

/** The community of a process: the first three places of its path. */
export const GRID = `array_to_string((string_to_array(pr.place_path, '/'))[1:3], '/')`;

/**
 * Every open clock with the open task that it waits for: its own, or, where it is that of the whole, the most pressing.
 * A window is nobody's work and closes in silence.
 */
export const OPEN = `from clock c join process pr on pr.id = c.process_id left join matter m on m.id = c.process_id
  left join lateral (select * from task t where t.process_id = c.process_id and t.status = 'open' and not t.is_window
    and (c.task_id is null or t.id = c.task_id) order by t.due_at, t.id limit 1) t on true
  where c.state <> 'stopped' and (c.task_id is null or t.id is not null)`;

/** The open clocks that somebody sees, narrowed; `$1` is the second now lies in, `$2` until when something is due soon. */
export type Seen = Condition & { until: Date };

const columns = { unitIds: 'pr.unit_ids', placePath: 'pr.place_path' };

/** What is asked for, in what the caller may see. Soon ends with office hours of the n-th working day after today. */
export async function seenClocks(db: Database, subject: Subject, query: ClockFilter): Promise<Seen> {
  const now = new Date();
  const { policy, calendar } = await inForceFor(db, subject, now);
  const until = dueAt(now, `${query.within}wd-eod`, { calendar, office: policy.office }).at;
  const values: unknown[] = [new Date(Math.floor(now.getTime() / 1000) * 1000), until];
  const add = (value: unknown) => `$${values.push(value)}`;
  const wanted = narrowed(query, add);
  const seen = scope(subject, 'overview:read', columns, values);
  return { sql: [...wanted, seen.sql].join(' and '), values: seen.values, until };
}

function narrowed(query: ClockFilter, add: (value: unknown) => string): string[] {
  const { unit, place, colour, kind, process } = query;
  return [
    '$1::timestamptz is not null and $2::timestamptz is not null',
    ...(unit === undefined ? [] : [`${HANDS} = ${add(unit)}`]),
    ...(place === undefined ? [] : [inPlace('pr.place_path', add(place))]),
    ...(colour === undefined ? [] : [`coalesce(m.colour, 'none') = ${add(colour)}`]),
    ...(kind === undefined ? [] : [`coalesce(m.kind, 'none') = ${add(kind)}`]),
    ...(process === undefined ? [] : [`pr.type = ${add(process)}`]),
  ];
}

/** SQL: whether a clock stands so. Late is to the second (practice.md, fine point 9). */
export const isIn: Readonly<Record<ClockState, string>> = {
  late: `(c.state = 'running' and c.due_at < $1)`,
  soon: `(c.state = 'running' and c.due_at >= $1 and c.due_at <= $2)`,
  paused: `(c.state = 'paused')`,
};
