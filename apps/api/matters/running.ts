import { z } from 'zod';
import { catalog } from '../../../workflows/catalog.ts';
import type { Course } from '../course/course.ts';
import type { Language } from '../language.ts';
import { timeOrNull } from '../wire.ts';
import { TimeLeft, timesLeft } from './time-left.ts';
import type { Timed } from './time-left.ts';

/** A task whose clock runs while the matter's own has not begun: while it is analysed it has a term, too. */
export const Running = z.object({
  title: z.string(),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  isOverdue: z.boolean(),
  card: z.string().nullable(),
  left: TimeLeft.nullable(),
});
export type Running = z.infer<typeof Running>;

type Matter = { id: string; status: string; dueAt: string | null; isPaused: boolean };
type Row = Timed & {
  process_id: string;
  process: string;
  kind: string;
  is_paused: boolean;
  card: string | null;
};

/** The most urgent running task of each matter that has no due time of its own yet, by the matter's id. */
export async function runningIn(
  { db, book }: Course,
  matters: readonly Matter[],
  language: Language,
  now = new Date(),
): Promise<ReadonlyMap<string, Running>> {
  const ids = matters.filter(isUndated).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const { rows } = await db.pool.query<Row>(
    `select distinct on (t.process_id) t.id, t.process_id, pr.type as process, t.kind, t.due_at, t.is_paused, t.card,
            pr.state -> 'policy' as policy, pr.state -> 'calendar' as calendar, c.term, c.body ->> 'leftMs' as left_ms
     from task t join process pr on pr.id = t.process_id
     join clock c on c.process_id = t.process_id and c.task_id = t.id and c.state <> 'stopped'
     where t.process_id = any($1::uuid[]) and t.status = 'open'
     order by t.process_id, t.due_at nulls last, c.started_at desc`,
    [ids],
  );
  const left = await timesLeft(book, rows, now);
  return new Map(rows.map((row) => [row.process_id, shown(row, left.get(row.id) ?? null, language, now)]));
}

const isUndated = ({ status, dueAt, isPaused }: Matter): boolean =>
  status === 'open' && dueAt === null && !isPaused;

const shown = (row: Row, left: TimeLeft | null, language: Language, now: Date): Running => ({
  title: catalog[row.process]?.tasks[row.kind]?.title[language] ?? row.kind,
  dueAt: timeOrNull(row.due_at),
  isPaused: row.is_paused,
  isOverdue: row.due_at !== null && row.due_at < now,
  card: row.card,
  left,
});
