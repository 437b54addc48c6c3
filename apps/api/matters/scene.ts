// Matters and their tasks: taken in at the front door, read from PostgreSQL, acted on through the course.
// What may be done is asked of the process itself (`offers`); here it gets an address, a form and a name.
import type { Database } from '../../../prisma/client.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import { State } from '../../../workflows/process/state.ts';
import type { Course } from '../course/course.ts';

/** The recorded state of a process; undefined while it has not begun. */
export async function stateOf({ pool }: Pick<Database, 'pool'>, id: string): Promise<State | undefined> {
  const { rows } = await pool.query<{ state: unknown }>('select state from process where id = $1', [id]);
  return rows[0] === undefined ? undefined : State.parse(rows[0].state);
}

/** What the rules of a process see now; undefined while it has not begun. */
export async function sceneAt(course: Course, id: string, now = new Date()): Promise<Scene | undefined> {
  const state = await stateOf(course.db, id);
  return state && course.book.sceneOf(state, now);
}
