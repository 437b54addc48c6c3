import { reduce } from '../workflows/process/reduce.ts';
import type { Entry } from '../workflows/process/event.ts';
import type { State } from '../workflows/process/state.ts';
import { inTransaction } from './client.ts';
import type { Database, Tx } from './client.ts';
import { entryOf } from './journal.ts';
import { numberedBy } from './ledger-number.ts';
import type { Course } from './project/course.ts';
import { READ_MODEL, everything } from './project/read-model.ts';
import { writeAll } from './project/write.ts';

/** So many processes are held in memory at a time. */
const BATCH = 500;

/**
 * Empties the read model and makes it again from the journal, row for row as recording made it, in one transaction:
 * whoever reads or records meanwhile waits. Returns the number of processes; `onProgress` is told it now and then.
 */
export const rebuild = (db: Pick<Database, 'pool'>, onProgress?: (done: number) => void): Promise<number> =>
  inTransaction(db, async (tx) => {
    await tx.query(`truncate ${READ_MODEL.join(', ')}`);
    let done = 0;
    for (
      let ids = await nextIds(tx, NOTHING);
      ids.length > 0;
      ids = await nextIds(tx, ids.at(-1) ?? NOTHING)
    ) {
      await writeAll(tx, everything(await coursesOf(tx, ids)));
      done += ids.length;
      onProgress?.(done);
    }
    return done;
  });

const NOTHING = '00000000-0000-0000-0000-000000000000';

async function nextIds(tx: Tx, after: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    'select process_id as id from journal where seq = 1 and process_id > $1 order by process_id limit $2',
    [after, BATCH],
  );
  return rows.map(({ id }) => id);
}

type Row = { process_id: string; seq: number; at: Date; data: unknown; number: string | null };

async function coursesOf(tx: Tx, ids: readonly string[]): Promise<Course[]> {
  const { rows } = await tx.query<Row>(
    `select process_id, seq, at, data, assigned ->> 'number' as number
     from journal where process_id = any($1::uuid[]) order by process_id, seq`,
    [ids],
  );
  const states = new Map<string, State>();
  const given = new Map<string, Omit<Course, 'state'>>();
  for (const row of rows) {
    const entry = entryOf(row);
    states.set(row.process_id, reduce(states.get(row.process_id), entry));
    if (row.number !== null)
      given.set(row.process_id, withNumber(given.get(row.process_id), entry, row.number));
  }
  return [...states].map(([id, state]) => ({ state, ...(given.get(id) ?? NO_NUMBERS) }));
}

const NO_NUMBERS: Omit<Course, 'state'> = { number: null, numbers: {} };

/** What was given when the entry was recorded. */
function withNumber(known = NO_NUMBERS, { event }: Entry, number: string): Omit<Course, 'state'> {
  const item = numberedBy(event)?.item;
  return item === undefined
    ? { ...known, number }
    : { ...known, numbers: { ...known.numbers, [item]: number } };
}
