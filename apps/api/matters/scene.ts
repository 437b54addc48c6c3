// Matters and their tasks: taken in at the front door, read from PostgreSQL, acted on through the course.
// What may be done is asked of the process itself (`offers`); here it gets an address, a form and a name.
import type { Database } from '../../../prisma/client.ts';
import { remember, remembered } from '../../../prisma/remembered.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import { State } from '../../../workflows/process/state.ts';
import type { Course } from '../course/course.ts';

/** The recorded state of a process; undefined while it has not begun. */
export async function stateOf({ pool }: Pick<Database, 'pool'>, id: string): Promise<State | undefined> {
  const { rows } = await pool.query<{ seq: number }>('select seq from process where id = $1', [id]);
  const [row] = rows;
  if (row === undefined) return undefined;
  const known = remembered(pool, id, row.seq);
  if (known !== undefined) return known;
  const whole = await pool.query<{ state: unknown }>('select state from process where id = $1', [id]);
  return remember(pool, State.parse(whole.rows[0]?.state));
}

/** What the rules of a process see now; undefined while it has not begun. */
export async function sceneAt(course: Course, id: string, now = new Date()): Promise<Scene | undefined> {
  const state = await stateOf(course.db, id);
  return state && course.book.sceneOf(state, now);
}
