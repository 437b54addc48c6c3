import { entryOf } from '../../../prisma/journal.ts';
import { numberedBy } from '../../../prisma/ledger-number.ts';
import type { Tx } from '../../../prisma/client.ts';
import type { Entry } from '../../../workflows/process/event.ts';
import { reduce } from '../../../workflows/process/reduce.ts';
import type { State } from '../../../workflows/process/state.ts';

/** A row of the journal as it lies there; `entry` is missing where it can no longer be read as one. */
export type JournalRow = {
  seq: number;
  at: Date;
  recordedAt: Date;
  type: string;
  number: string | null;
  entry: Entry | undefined;
};

type Row = Omit<JournalRow, 'entry' | 'recordedAt'> & { data: unknown; recorded_at: Date };

/** Every row of a process, also those that somebody has spoilt. */
export async function journalOf(sql: Tx, process: string): Promise<JournalRow[]> {
  const { rows } = await sql.query<Row>(
    `select seq, at, recorded_at, type, data, assigned ->> 'number' as number
     from journal where process_id = $1 order by seq`,
    [process],
  );
  return rows.map(({ data, recorded_at: recordedAt, ...row }) => ({
    ...row,
    recordedAt,
    entry: readable({ ...row, data }),
  }));
}

function readable(row: Pick<Row, 'seq' | 'at' | 'data'>): Entry | undefined {
  try {
    return entryOf(row);
  } catch {
    return undefined; // reported as a broken row, with its place
  }
}

/** What the entries come to, as far as they can be followed; `stuckAt` is the first that does not follow. */
export type Replayed = {
  state: State | undefined;
  stuckAt: number | undefined;
  number: string | null;
  numbers: Readonly<Record<string, string>>;
};

/** Computes the state from the journal alone, with the reducer that the process itself uses. */
export function replayed(rows: readonly JournalRow[]): Replayed {
  let so: Replayed = { state: undefined, stuckAt: undefined, number: null, numbers: {} };
  for (const row of rows) {
    const state = next(so.state, row.entry);
    if (state === undefined) return { ...so, stuckAt: row.seq };
    so = { ...so, state, ...numbersWith(so, row) };
  }
  return so;
}

function next(state: State | undefined, entry: Entry | undefined): State | undefined {
  try {
    return entry && reduce(state, entry);
  } catch {
    return undefined; // a gap, or no beginning: told as the place where the journal cannot be followed
  }
}

function numbersWith({ number, numbers }: Replayed, row: JournalRow): Pick<Replayed, 'number' | 'numbers'> {
  const taken = row.entry && row.number !== null ? numberedBy(row.entry.event) : undefined;
  if (taken === undefined || row.number === null) return { number, numbers };
  return taken.item === undefined
    ? { number: row.number, numbers }
    : { number, numbers: { ...numbers, [taken.item]: row.number } };
}
