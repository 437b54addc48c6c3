// What Temporal remembers of a closed process, kept with its hash before retention removes it: with the journal it is
// the second witness of what happened, and it can be replayed against the code years later.
import { inTransaction } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { done, failed } from '../../../prisma/outbox.ts';
import type { Taken } from '../../../prisma/outbox.ts';
import type { Duty } from '../outbox/lane.ts';
import type { ClosedHistory, Temporal } from './history.ts';
import { closedHistory, NotClosed } from './history.ts';

/** A long history takes a few seconds. */
const LEASE = 60;

/** The duty of lane `archive`: keeps the history of each process once, as soon as Temporal has closed it. */
export const archiving = (db: Database, temporal: Temporal): Duty => ({
  lane: 'archive',
  atOnce: 3,
  lease: LEASE,
  work: (errand) => archive(db, temporal, errand),
});

async function archive(db: Database, temporal: Temporal, errand: Taken): Promise<void> {
  try {
    await keep(db, errand, await closedHistory(temporal, errand.processId));
  } catch (error) {
    if (!(error instanceof NotClosed)) throw error;
    await failed(db.pool, errand.id, error.name); // no fault: its last entry was faster than its end
  }
}

/** Append-only: a history that is kept already stays as it is. */
const keep = (
  db: Database,
  { id, processId }: Taken,
  { runId, events, gzipped, sha256 }: ClosedHistory,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx.query(
      `insert into archive (process_id, run_id, events, history, sha256) values ($1, $2, $3, $4, $5)
       on conflict (process_id) do nothing`,
      [processId, runId, events, gzipped, sha256],
    );
    await done(tx, id);
  });
