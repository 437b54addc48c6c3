import type { Database } from '../../../prisma/client.ts';
import { OPENED_BY, PEOPLE } from '../door/process-resource.ts';
import { scope } from '../door/scope.ts';
import type { Subject } from '../door/subject.ts';

/** What else a supervisor looks at first; each number has its list. */
export type Standing = Record<'withoutHolder' | 'letters' | 'cards' | 'left' | 'waiting', number>;

const ofCards = { unitIds: 'array[c.unit_id]', placePath: 'c.place_path' };
const ofTasks = { unitIds: 'pr.unit_ids', placePath: 'pr.place_path' };
const ofProcesses = { ...ofTasks, personIds: PEOPLE, takenById: OPENED_BY };

/** Each is counted and scoped as the list that it opens. */
const counting = {
  withoutHolder: {
    action: 'cards:list',
    columns: ofTasks,
    of: `from task_route r join task t on t.id = r.task_id join process pr on pr.id = t.process_id where t.status = 'open'`,
  },
  letters: {
    action: 'cards:list',
    columns: ofCards,
    of: `from card c where c.cleared_at is null and c.lifted_at is null and c.level = 'letter'`,
  },
  cards: {
    action: 'cards:list',
    columns: ofCards,
    of: 'from card c where c.cleared_at is null and c.lifted_at is null',
  },
  left: {
    action: 'processes:list',
    columns: ofProcesses,
    of: 'from process pr where pr.closed_at is null',
  },
} as const;

/** Tasks that nobody was there for, letters and cards that are up, and all that is not struck off yet. */
export async function standingOf(db: Database, subject: Subject): Promise<Standing> {
  const [withoutHolder, letters, cards, left, waiting] = await Promise.all([
    count(db, subject, 'withoutHolder'),
    count(db, subject, 'letters'),
    count(db, subject, 'cards'),
    count(db, subject, 'left'),
    waitingIn(db),
  ]);
  return { withoutHolder, letters, cards, left, waiting };
}

async function count({ pool }: Database, subject: Subject, what: keyof typeof counting): Promise<number> {
  const { action, columns, of } = counting[what];
  const seen = scope(subject, action, columns);
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n ${of} and ${seen.sql}`,
    seen.values,
  );
  return rows[0]?.n ?? 0;
}

/** Taken in and not yet begun, of the whole house: nobody knows yet whose they will be. */
async function waitingIn({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from outbox where lane = 'start' and done_at is null`,
  );
  return rows[0]?.n ?? 0;
}
