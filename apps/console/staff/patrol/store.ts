// The grid worker's round on a phone, with or without a network: what was last seen is kept (kept.ts), what is pressed
// waits here (unsent.ts) and is taken to the server by courier.ts, in order and each thing once.
import { createStore } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';

/** What waits to be sent, photos of forms that are still open, and what the server said last. */
type Sort = 'unsent' | 'held' | 'kept';

const opened = new Map<string, UseStore>();

/** A drawer of one person on this phone: nobody else who signs in here ever opens it. */
export function drawer(sort: Sort, person: string): UseStore {
  const name = `minqing ${sort} ${person}`;
  const store = opened.get(name) ?? createStore(name, sort);
  opened.set(name, store);
  return store;
}
