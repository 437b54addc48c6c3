// The read model: one small file a table, each a pure function from a state to rows. Recording writes what changed,
// rebuilding writes everything; both come through here.
import type { Tx } from '../client.ts';

/** Part of a statement: SQL around the placeholder that holds its rows as JSON. */
export type Write = { rows: readonly object[]; sql: (rows: string) => string };

/** Inserts rows whose keys are the table's columns, `undefined` being null. `clash` is what to do with a row that is there already. */
export function rowsInto(table: string, rows: readonly object[], clash = ''): Write {
  const list = columnsOf(rows).join(', ');
  const sql = (given: string) =>
    `insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, ${given}) ${clash}`;
  return { rows, sql };
}

/** The same, where a row that is there takes the new values. */
export function rowsOver(table: string, rows: readonly object[], key: string): Write {
  const values = columnsOf(rows)
    .filter((column) => column !== `"${key}"`)
    .map((column) => `${column} = excluded.${column}`);
  return rowsInto(table, rows, `on conflict (${key}) do update set ${values.join(', ')}`);
}

/**
 * Does all writes that have rows as one statement: one way to the database instead of one a table. `word` goes to all
 * who listen on channel `minqing` when the transaction is committed.
 */
export async function writeAll(tx: Tx, writes: readonly Write[], word?: string): Promise<void> {
  const real = writes.filter(({ rows }) => rows.length > 0);
  if (real.length === 0) return;
  const parts = real.map(({ sql }, i) => `w${i} as (${sql(`$${i + 1}::jsonb`)} returning 1)`);
  const last = word === undefined ? 'select 1' : `select pg_notify('minqing', $${real.length + 1})`;
  const values = [...real.map(({ rows }) => JSON.stringify(rows)), ...(word === undefined ? [] : [word])];
  await tx.query(`with ${parts.join(', ')} ${last}`, values);
}

const columnsOf = (rows: readonly object[]) => Object.keys(rows[0] ?? {}).map((column) => `"${column}"`);
