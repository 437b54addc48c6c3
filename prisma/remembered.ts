import type { State } from '../workflows/process/state.ts';
import type { Database } from './client.ts';

/** So many states are kept in memory; the one that was not asked for longest goes first. */
const MOST = 200;

type Pool = Database['pool'];
const known = new WeakMap<Pool, Map<string, State>>();

/** The state of a process at an entry of its journal, where it was read or recorded here before: the journal never changes. */
export function remembered(pool: Pool, id: string, seq: number): State | undefined {
  const state = known.get(pool)?.get(id);
  return state?.seq === seq ? state : undefined;
}

/** Keeps a state that stands in the database. */
export function remember(pool: Pool, state: State): State {
  const states = known.get(pool) ?? new Map<string, State>();
  known.set(pool, states);
  states.delete(state.id);
  states.set(state.id, state);
  const [oldest] = states.size > MOST ? states.keys() : [];
  if (oldest !== undefined) states.delete(oldest);
  return state;
}
