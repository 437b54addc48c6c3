import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Actor } from '../../../workflows/process/actor.ts';
import type { Subject } from '../door/subject.ts';
import { PageQuery } from '../page.ts';
import { actorsOfPosts } from './actors.ts';

/** `late`: past due; `today`: due before midnight (+08:00); `mine`: held by me; `free`: held by nobody. */
export const InboxQuery = PageQuery.extend({
  show: z.enum(['all', 'late', 'today', 'mine', 'free']).default('all'),
  step: z.string().max(40).optional(),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

/** A row of the inbox. `rank` sorts by time left; paused and windowless ones come last. */
export type TaskRow = {
  id: string;
  process_id: string;
  kind: string;
  step: string;
  unit_id: string | null;
  place_path: string;
  held_by_id: string | null;
  is_paused: boolean;
  opened_at: Date;
  due_at: Date | null;
  card: string | null;
  process: string;
  number: string | null;
  /** none where the process is no matter; its label is made from `facts` then */
  receipt: string | null;
  matter_kind: string | null;
  colour: string | null;
  process_place: string;
  facts: unknown;
  rank: string;
};

export type Counts = { all: number; late: number; today: number; mine: number; free: number };

/** SQL for "asks for this actor", as actor.ts says it; the process itself has the last word. */
function asksFor(actor: Actor, add: (value: unknown) => string): string {
  const { role, unit, place, isHead, callBack, person } = actor;
  const area = `${add(place)}::text`;
  return `(t.reporter_of is null and t.person_id is null and (t.role = ${add(role)}::text or (t.role is null and ${add(STAFF.includes(role))}::boolean))
    and (t.unit_id = ${add(unit)}::uuid or (t.unit_id is null and (t.place_path = ${area} or t.place_path like ${area} || '/%')))
    and (not t.is_head or ${add(isHead)}::boolean) and t.call_back = ${add(callBack)}::boolean
    and (t.not_unit_id is null or t.not_unit_id is distinct from ${add(unit)}::uuid)
    and (t.not_person_id is null or t.not_person_id <> ${add(person)}::uuid))`;
}

const STAFF = ['gridWorker', 'community', 'subdistrict', 'department', 'supervisor'];

/** Which open tasks are the subject's: by a post, by name, as the reporter, or because nobody else is there. `person`: SQL for his id. */
async function mineBy(
  db: Database,
  subject: Subject,
  person: string,
  add: (value: unknown) => string,
): Promise<string> {
  const actors = await actorsOfPosts(db, subject);
  const byPost = actors.map((actor) => asksFor(actor, add));
  const byName = `t.person_id = any(array_append(${add(actors.flatMap(({ for: a }) => a ?? []))}::uuid[], ${person}::uuid))`;
  const reported =
    subject.matterId !== null
      ? `t.reporter_of = ${add(subject.matterId)}::uuid`
      : `t.reporter_of in (select id from intake where reporter_id = ${person}::uuid)`;
  const inStead = `t.id in (select task_id from task_route where person_id = ${person}::uuid)`;
  return `(${[...byPost, byName, reported, inStead].join(' or ')})`;
}

const MIDNIGHT = `((date_trunc('day', now() at time zone 'UTC' + interval '8 hours') + interval '16 hours') at time zone 'UTC')`;

const narrower = (person: string): Record<InboxQuery['show'], string> => ({
  all: 'true',
  late: 't.due_at < now()',
  today: `t.due_at < ${MIDNIGHT}`,
  mine: `t.held_by_id = ${person}::uuid`,
  free: 't.held_by_id is null',
});

/** One row more than asked for, in the order of time left. */
export async function inboxOf(
  db: Database,
  subject: Subject,
  query: InboxQuery,
  after?: readonly unknown[],
): Promise<TaskRow[]> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const person = add(subject.personId);
  const mine = await mineBy(db, subject, person, add);
  const shown = narrower(person)[query.show];
  const step = query.step === undefined ? 'true' : `t.step = ${add(query.step)}`;
  const next = after ? `(${RANK}, t.id) > (${add(after[0])}::timestamptz, ${add(after[1])}::text)` : 'true';
  const { rows } = await db.pool.query<TaskRow>(
    `select t.id, t.process_id, t.kind, t.step, t.unit_id, t.place_path, t.held_by_id, t.is_paused, t.opened_at, t.due_at, t.card,
            pr.type as process, pr.number, i.receipt, coalesce(m.kind, i.kind) as matter_kind, m.colour,
            pr.place_path as process_place, case when i.id is null then pr.state -> 'facts' end as facts, ${RANK}::text as rank
     from task t join process pr on pr.id = t.process_id left join intake i on i.id = t.process_id left join matter m on m.id = t.process_id
     where t.status = 'open' and ${mine} and ${shown} and ${step} and ${next}
     order by ${RANK}, t.id limit ${query.limit + 1}`,
    values,
  );
  return rows;
}

const RANK = `coalesce(t.due_at, 'infinity'::timestamptz)`;

/** How many tasks of each sort there are. */
export async function countInbox(db: Database, subject: Subject): Promise<Counts> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const person = add(subject.personId);
  const mine = await mineBy(db, subject, person, add);
  const counts = Object.entries(narrower(person)).map(
    ([name, condition]) => `count(*) filter (where ${condition})::int as "${name}"`,
  );
  const { rows } = await db.pool.query<Counts>(
    `select ${counts.join(', ')} from task t where t.status = 'open' and ${mine}`,
    values,
  );
  return rows[0] ?? { all: 0, late: 0, today: 0, mine: 0, free: 0 };
}
