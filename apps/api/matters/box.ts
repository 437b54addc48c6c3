import type { Own } from './mine.ts';

/** 待办 在办 已办 抄送 我发起的 */
export const boxes = ['todo', 'doing', 'done', 'copied', 'started'] as const;
export type Box = (typeof boxes)[number];

/** Where the lines of a box come from: `rank` sorts them, `id` tells them apart; `bare` is enough to count them. All are SQL. */
export type Drawer = {
  from: string;
  bare: string;
  where: string;
  rank: string;
  id: string;
  isNewestFirst: boolean;
};

/** Whoever follows a matter of somebody else's sees it by his own receipt alone. */
const FOLLOWED = 't.reporter_of <> t.process_id';

/** A process of a wide place asks several narrower ones for the same: the line says which. */
const NARROWER = `starts_with(t.place_path, pr.place_path || '/')`;

/** What a line tells of its task and its process, whatever box it lies in. */
export const COLUMNS = `t.id as task_id, t.kind, coalesce(t.step, pr.step) as step, t.unit_id, t.person_id as asked_of_id, t.held_by_id,
  pr.state #>> array['tasks', split_part(t.id, '.', 2), 'givenBy', 'person'] as given_by_id, coalesce(t.is_paused, m.is_paused, false) as is_paused,
  coalesce(t.opened_at, pr.opened_at, i.received_at) as opened_at, case when t.id is null then coalesce(m.due_at, pr.due_at) else t.due_at end as due_at,
  coalesce(t.closed_at, pr.closed_at) as closed_at, case when t.id is null then coalesce(m.card, pr.card) else t.card end as card, t.outcome,
  coalesce(pr.id, i.id) as process_id, pr.type as process, case when ${FOLLOWED} then null else pr.number end as number, pr.ending, i.receipt, coalesce(m.kind, i.kind) as matter_kind, m.colour,
  case when ${FOLLOWED} then p.path when ${NARROWER} then t.place_path else coalesce(pr.place_path, p.path) end as process_place, case when i.id is null then pr.state -> 'facts' end as facts,
  pr.state -> 'policy' as policy, pr.state -> 'calendar' as calendar, c.term, c.body ->> 'leftMs' as left_ms`;

const beside = (
  intake: string,
) => `left join intake i on i.id = ${intake} left join place p on p.id = i.place_id
  left join matter m on m.id = x.process_id`;
const CLOCK = `left join lateral (select term, body from clock where process_id = t.process_id and task_id = t.id and t.status = 'open'
  order by started_at desc limit 1) c on true`;
const OF_TASKS = `task t join process pr on pr.id = t.process_id join lateral (select t.process_id) x on true ${beside('coalesce(t.reporter_of, t.process_id)')} ${CLOCK}`;
const ofProcesses = (found: string) =>
  `(${found}) x left join process pr on pr.id = x.process_id ${beside('x.process_id')} left join task t on false ${CLOCK}`;

/** What a notice told me of and nobody asks me for: each process once, by the last that was told. */
const told = (person: string, { mine }: Own) => `
  select n.process_id, n.created_at as at from notice n
  where n.person_id = ${person}::uuid and n.not_before <= now()
    and not exists (select from notice later where later.process_id = n.process_id and later.person_id = n.person_id
      and later.not_before <= now() and (later.created_at, later.id) > (n.created_at, n.id))
    and not exists (select from task t where t.process_id = n.process_id
      and (t.held_by_id = ${person}::uuid or t.done_by_id = ${person}::uuid or (t.status = 'open' and ${mine})))`;

/** What I took in, and what I began by an entrance: each process once, by the first of the two. */
const begun = (person: string) => `
  select id as process_id, received_at as at from intake where taken_by_id = ${person}::uuid
  union all
  select c.process_id, c.received_at from command c where c.subject_id = ${person}::text and c.name like 'open %'
    and (exists (select from process where id = c.process_id) or exists (select from intake where id = c.process_id))
    and not exists (select from intake i where i.id = c.process_id and i.taken_by_id = ${person}::uuid)
    and not exists (select from command first where first.process_id = c.process_id and first.subject_id = ${person}::text
      and first.name like 'open %' and (first.received_at, first.id) < (c.received_at, c.id))`;

const RANK = `coalesce(t.due_at, 'infinity'::timestamptz)`;
const tasks = (where: string): Drawer => ({
  ...{ from: OF_TASKS, bare: 'task t', where, rank: RANK, id: 't.id', isNewestFirst: false },
});
const processes = (found: string): Drawer => ({
  ...{ from: ofProcesses(found), bare: `(${found}) x`, where: 'true' },
  ...{ rank: 'x.at', id: 'x.process_id::text', isNewestFirst: true },
});

/** Everything open that asks for me: what the boxes 待办 and 在办 hold together, and what others have in hand. */
export const openTasks = ({ mine }: Own): Drawer => tasks(`t.status = 'open' and ${mine}`);

/** A box of one person; `person` is SQL for his id. Closed boxes have the newest first, open ones the least time left. */
export function drawerOf(box: Box, person: string, own: Own): Drawer {
  const held = `t.held_by_id = ${person}::uuid`;
  const doneBy = `t.done_by_id = ${person}::uuid and t.status = 'done'`;
  const drawers: Record<Box, () => Drawer> = {
    todo: () => tasks(`t.status = 'open' and ${own.mine} and t.held_by_id is distinct from ${person}::uuid`),
    doing: () => tasks(`t.status = 'open' and ${held}`),
    done: () => ({ ...tasks(doneBy), rank: 't.done_at', isNewestFirst: true }),
    copied: () => processes(told(person, own)),
    started: () => processes(begun(person)),
  };
  return drawers[box]();
}
