import type { Database } from '../../../prisma/client.ts';
import { GRID, HANDS, isIn, OPEN } from './clock-query.ts';
import type { ClockState, Seen } from './clock-query.ts';

/** An open clock as it is read, with the last thing that happened in its process. */
export type ClockRow = {
  id: string;
  process_id: string;
  clock_task: string | null;
  term: string;
  started_at: Date;
  due_at: Date | null;
  left_ms: string | null;
  state: string;
  type: string;
  number: string | null;
  place_path: string;
  grid: string;
  facts: unknown;
  kind: string | null;
  colour: string | null;
  task_id: string | null;
  task_kind: string | null;
  step: string | null;
  hands: string | null;
  role: string | null;
  held_by_id: string | null;
  card: string | null;
  rank: string;
  event: string | null;
  event_at: Date | null;
  event_code: string | null;
  event_outcome: string | null;
  event_kind: string | null;
};

/** What follows from something else, or is told to the reporter: not what people ask for when they ask what happened last. */
const NOISE = [
  ...['told', 'clockMoved', 'messageSent', 'noted', 'stepEntered', 'taskOpened', 'began'],
  ...['itemAdded', 'itemChanged', 'itemClosed', 'adopted'],
];

/** What is paused has no due time: it is sorted by when it began. */
const rankOf = (state: ClockState): string => (state === 'paused' ? 'c.started_at' : 'c.due_at');

/** One row more than asked for; the least time left first. */
export async function clockRows(
  { pool }: Database,
  seen: Seen,
  { state, limit }: { state: ClockState; limit: number },
  after: readonly unknown[] | undefined,
): Promise<ClockRow[]> {
  const values = [...seen.values];
  const add = (value: unknown) => `$${values.push(value)}`;
  const rank = rankOf(state);
  const next = after ? `(${rank}, c.id) > (${add(after[0])}::timestamptz, ${add(after[1])}::text)` : 'true';
  const { rows } = await pool.query<ClockRow>(
    `with page as (
       select c.id, c.process_id, c.task_id as clock_task, c.term, c.started_at, c.due_at, c.state, c.body ->> 'leftMs' as left_ms,
              pr.type, pr.number, pr.place_path, ${GRID} as grid, case when m.id is null then pr.state -> 'facts' end as facts,
              m.kind, m.colour, t.id as task_id, t.kind as task_kind, t.step, ${HANDS} as hands, t.role, t.held_by_id,
              coalesce(t.card, case when c.task_id is null then pr.card end) as card, ${rank} as rank
       ${OPEN} and ${isIn[state]} and ${seen.sql} and ${next} order by ${rank}, c.id limit ${limit + 1})
     select page.*, page.rank::text as rank, last.type as event, last.at as event_at, last.code as event_code,
            last.outcome as event_outcome, last.kind as event_kind
     from page left join lateral (
       select j.type, j.at, e.data ->> 'outcome' as outcome, about.kind,
              coalesce(e.data ->> 'how', e.data ->> 'kind', e.data ->> 'does', e.data ->> 'isGranted') as code
       from journal j cross join lateral (select j.data -> 'event' as data) e
       left join task about on about.id = page.process_id || '.' || (e.data ->> 'task')
       where j.process_id = page.process_id and j.type <> all(${add(NOISE)}) order by j.seq desc limit 1) last on true
     order by page.rank, page.id`,
    values,
  );
  return rows;
}
