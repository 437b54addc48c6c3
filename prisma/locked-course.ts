import { State } from '../workflows/process/state.ts';
import type { Database, Tx } from './client.ts';
import type { Course } from './project/course.ts';
import { remembered } from './remembered.ts';

/** Locks the process and reads how far it is recorded; whoever records its first entry at the same moment waits here. */
export async function lockedCourse(
  pool: Database['pool'],
  tx: Tx,
  processId: string,
): Promise<Course | undefined> {
  const locked = await courseForUpdate(pool, tx, processId);
  if (locked) return locked;
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [processId]);
  return courseForUpdate(pool, tx, processId);
}

async function courseForUpdate(
  pool: Database['pool'],
  tx: Tx,
  processId: string,
): Promise<Course | undefined> {
  const { rows } = await tx.query<Omit<Course, 'state'> & { seq: number }>(
    'select seq, number, numbers from process where id = $1 for update',
    [processId],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { seq, ...course } = row;
  return { ...course, state: remembered(pool, processId, seq) ?? (await stateIn(tx, processId)) };
}

async function stateIn(tx: Tx, processId: string): Promise<State> {
  const { rows } = await tx.query<{ state: unknown }>('select state from process where id = $1', [processId]);
  return State.parse(rows[0]?.state);
}
