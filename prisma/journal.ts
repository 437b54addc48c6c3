import { canonical } from './canonical.ts';
import type { Database, Tx } from './client.ts';
import { Entry } from '../workflows/process/event.ts';

type Row = { seq: number; at: Date; data: unknown };

/** The row that keeps an entry; `number` is the ledger number that recording it gave out. */
export const journalRow = (
  processId: string,
  { seq, at, ...data }: Entry,
  number: string | null,
): object => ({
  process_id: processId,
  seq,
  at,
  type: data.event.type,
  data,
  assigned: number === null ? null : { number },
});

/** The entry that a row keeps. Throws when it is none: then somebody else wrote the table. */
export const entryOf = ({ seq, at, data }: Row): Entry =>
  Entry.parse({ ...Object(data), seq, at: at.toISOString() });

/** Whether both say the same. */
export const isSameEntry = (a: Entry, b: Entry): boolean => canonical(normal(a)) === canonical(normal(b));

const normal = (entry: Entry) => ({ ...entry, at: new Date(entry.at).toISOString() });

/** The entries of one process between two places, both included, in order. */
export async function entriesOf(sql: Tx, processId: string, from = 1, until = 2 ** 31 - 1): Promise<Entry[]> {
  const { rows } = await sql.query<Row>(
    'select seq, at, data from journal where process_id = $1 and seq between $2 and $3 order by seq',
    [processId, from, until],
  );
  return rows.map(entryOf);
}

/** What happened in a process, in order, with the time when each was recorded. */
export async function historyOf(db: Database, processId: string): Promise<(Entry & { recordedAt: Date })[]> {
  const { rows } = await db.pool.query<Row & { recorded_at: Date }>(
    'select seq, at, data, recorded_at from journal where process_id = $1 order by seq',
    [processId],
  );
  return rows.map((row) => ({ ...entryOf(row), recordedAt: row.recorded_at }));
}
