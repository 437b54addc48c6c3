import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import { PageQuery } from '../page.ts';
import { boxes, COLUMNS, drawerOf, openTasks } from './box.ts';
import type { Box } from './box.ts';
import { ownTasks } from './mine.ts';
import type { Add, Own } from './mine.ts';

/**
 * `box`: everything open that asks for me without one. `late`: past due; `today`: due before midnight (+08:00); `mine`:
 * held by me; `free`: held by nobody; `others`: in the hands of a colleague, which 待办 else leaves out.
 */
export const InboxQuery = PageQuery.extend({
  box: z.enum(boxes).optional(),
  show: z.enum(['all', 'late', 'today', 'mine', 'free', 'others']).default('all'),
  step: z.string().max(40).optional(),
  /** in the hands of this person, also where that is a colleague */
  holder: z.uuid().optional(),
  /** of this kind only */
  process: z.string().max(60).optional(),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

/** A row of a box: a task with its process, or in 抄送 and 我发起的 a process by itself. `rank` sorts it. */
export type TaskRow = {
  id: string;
  task_id: string | null;
  process_id: string;
  kind: string | null;
  step: string | null;
  unit_id: string | null;
  asked_of_id: string | null;
  held_by_id: string | null;
  given_by_id: string | null;
  is_paused: boolean;
  opened_at: Date;
  due_at: Date | null;
  closed_at: Date | null;
  card: string | null;
  outcome: string | null;
  /** none while what was taken in has not begun */
  process: string | null;
  ending: string | null;
  number: string | null;
  /** none where the process is no matter; its label is made from `facts` then */
  receipt: string | null;
  matter_kind: string | null;
  colour: string | null;
  process_place: string;
  facts: unknown;
  policy: unknown;
  calendar: unknown;
  /** the term of the task's clock, and what is left of it while it is paused; milliseconds */
  term: string | null;
  left_ms: string | null;
  at: Date | null;
  rank: string;
};

export type Show = InboxQuery['show'];
export type Counts = Record<Show, number> & { boxes: Record<Box, number> };

const MIDNIGHT = `((date_trunc('day', now() at time zone 'UTC' + interval '8 hours') + interval '16 hours') at time zone 'UTC')`;

/** What each narrowing leaves of a box. What a colleague has in hand is no longer mine to do. */
function narrower(person: string, { free }: Own, box?: Box): Record<Show, string> {
  const own = box === 'todo' ? free : 'true';
  return {
    all: own,
    late: `${own} and t.due_at < now()`,
    today: `${own} and t.due_at < ${MIDNIGHT}`,
    mine: `t.held_by_id = ${person}::uuid`,
    free: 't.held_by_id is null',
    others: `not ${free} and t.held_by_id <> ${person}::uuid`,
  };
}

/** Who is asked makes no difference to what somebody holds, did or began. PostgreSQL refuses what is given and not used. */
const asksWhose = (box: Box | undefined) => box === undefined || box === 'todo' || box === 'copied';
const ANYBODYS: Own = { mine: 'true', free: 'true' };

/** Whoever asks for what one person holds is not kept from what others have in hand. */
const boxOf = ({ box, holder }: InboxQuery) => (holder === undefined ? box : undefined);

const isOpen = (box: Box | undefined) => box === undefined || box === 'todo' || box === 'doing';

/** One row more than asked for: open boxes in the order of time left, closed ones the newest first. */
export async function inboxOf(
  db: Database,
  subject: Subject,
  query: InboxQuery,
  after?: readonly unknown[],
): Promise<TaskRow[]> {
  const values: unknown[] = [];
  const add: Add = (value) => `$${values.push(value)}`;
  const person = add(subject.personId);
  const own = asksWhose(query.box) ? await ownTasks(db, subject, person, add) : ANYBODYS;
  const { from, where, rank, id, isNewestFirst } =
    query.box === undefined ? openTasks(own) : drawerOf(query.box, person, own);
  const [sign, direction] = isNewestFirst ? ['<', 'desc'] : ['>', 'asc'];
  const wanted = [
    where,
    ...(isOpen(query.box) ? [narrower(person, own, boxOf(query))[query.show]] : []),
    ...(query.step === undefined ? [] : [`coalesce(t.step, pr.step) = ${add(query.step)}`]),
    ...(query.holder === undefined ? [] : [`t.held_by_id = ${add(query.holder)}::uuid`]),
    ...(query.process === undefined ? [] : [`pr.type = ${add(query.process)}`]),
    ...(after ? [`(${rank}, ${id}) ${sign} (${add(after[0])}::timestamptz, ${add(after[1])}::text)`] : []),
  ];
  const { rows } = await db.pool.query<TaskRow>(
    `select ${id} as id, ${isNewestFirst ? rank : 'null::timestamptz'} as at, ${rank}::text as rank, ${COLUMNS}
     from ${from} where ${wanted.join(' and ')} order by ${rank} ${direction}, ${id} ${direction} limit ${query.limit + 1}`,
    values,
  );
  return rows;
}

/** Boxes are counted up to here: what is closed grows for ever. */
const MOST = 1_000;

/** How many tasks of each sort there are, and how much lies in each box: at most a thousand are counted. */
export async function countInbox(db: Database, subject: Subject, box?: Box): Promise<Counts> {
  const values: unknown[] = [];
  const add: Add = (value) => `$${values.push(value)}`;
  const person = add(subject.personId);
  const own = await ownTasks(db, subject, person, add);
  const sorts = Object.entries(narrower(person, own, box)).map(
    ([name, condition]) => `count(*) filter (where ${condition})::int as "${name}"`,
  );
  const open = box === 'todo' || box === 'doing' ? drawerOf(box, person, own) : openTasks(own);
  const inBoxes = boxes.map((one) => `'${one}', (${countOf(one, person, own)})`);
  const { rows } = await db.pool.query<Counts>(
    `select ${sorts.join(', ')}, (select jsonb_build_object(${inBoxes.join(', ')})) as boxes from task t where ${open.where}`,
    values,
  );
  const [counts] = rows;
  if (counts === undefined) throw new Error('a count always answers');
  return counts;
}

function countOf(box: Box, person: string, own: Own): string {
  const { bare, where } = drawerOf(box, person, own);
  const free = box === 'todo' ? own.free : 'true';
  return `select count(*)::int from (select from ${bare} where ${where} and ${free} limit ${MOST}) counted`;
}
