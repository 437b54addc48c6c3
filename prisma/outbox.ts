import type { Database, Tx } from './client.ts';

/** What shall be done with the world. */
export type Lane = 'start' | 'message' | 'notice' | 'archive';

/** A row to file: `id` makes it once only, so it is made from what it is about (`start:<matter>`). */
export type Errand = { id: string; lane: Lane; processId: string; payload: unknown; dueAt?: Date };

/** A row taken: it is the taker's until its lease ends. `attempts` counts this one. */
export type Taken = {
  id: string;
  lane: Lane;
  processId: string;
  payload: unknown;
  attempts: number;
  createdAt: Date;
};

/** Files errands in the caller's transaction; one that is there already stays as it is. */
export async function file(tx: Tx, errands: readonly Errand[]): Promise<void> {
  if (errands.length === 0) return;
  await tx.query(
    `insert into outbox (id, lane, process_id, payload, due_at)
     select id, lane, process_id, payload, coalesce(due_at, now())
     from jsonb_to_recordset($1) as given (id text, lane text, process_id uuid, payload jsonb, due_at timestamptz)
     on conflict (id) do nothing`,
    [
      JSON.stringify(
        errands.map(({ processId, dueAt, ...rest }) => ({ ...rest, process_id: processId, due_at: dueAt })),
      ),
    ],
  );
}

/**
 * Takes up to `limit` due rows of a lane; nobody else gets them for `leaseSeconds`, then they are due again. Due times are
 * kept in whole milliseconds, rounded: what is filed now may stand half a millisecond ahead, and is due all the same.
 */
export async function take(db: Database, lane: Lane, limit: number, leaseSeconds = 60): Promise<Taken[]> {
  const { rows } = await db.pool.query<Taken>(
    `update outbox set attempts = attempts + 1, due_at = now() + make_interval(secs => $3)
     where id in (select id from outbox where lane = $1 and done_at is null and due_at <= now() + interval '1 millisecond'
                  order by due_at limit $2 for update skip locked)
     returning id, lane, process_id as "processId", payload, attempts, created_at as "createdAt"`,
    [lane, limit, leaseSeconds],
  );
  return rows;
}

/** The errand is done; it is never taken again. */
export async function done(sql: Tx, id: string): Promise<void> {
  await sql.query('update outbox set done_at = now(), error = null where id = $1', [id]);
}

/** The errand failed: due again after 1 s, 2 s, 4 s … at most `mostSeconds`. `reason` holds no personal data. */
export async function failed(sql: Tx, id: string, reason: string, mostSeconds = 300): Promise<void> {
  await sql.query(
    `update outbox set error = $2, due_at = now() + make_interval(secs => least($3, power(2, least(attempts, 20) - 1)))
     where id = $1 and done_at is null`,
    [id, reason.slice(0, 500), mostSeconds],
  );
}
