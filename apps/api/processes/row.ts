import type { Database } from '../../../prisma/client.ts';
import { StartPayload } from '../../../prisma/intake-row.ts';
import { NotFound } from '../refusal.ts';
import { LINE } from './line.ts';
import type { LineRow } from './line.ts';

/** A process as it is read, with the numbers of its items by their local ids. */
export type ProcessRow = LineRow & { numbers: Record<string, string> };

/** A process by its id, from the moment it was taken in. Throws NotFound. */
export async function rowOf(db: Database, id: string): Promise<ProcessRow> {
  const { rows } = await db.pool.query<ProcessRow>(
    `select ${LINE}, pr.numbers from process pr where pr.id = $1`,
    [id],
  );
  const row = rows[0] ?? (await received(db, id));
  if (row === undefined) throw new NotFound();
  return row;
}

/** What the errand knows that is to begin it. */
async function received({ pool }: Database, id: string): Promise<ProcessRow | undefined> {
  const { rows } = await pool.query<{ payload: unknown }>('select payload from outbox where id = $1', [
    `start:${id}`,
  ]);
  if (rows[0] === undefined) return undefined;
  const { process, place, receivedAt, facts } = StartPayload.parse(rows[0].payload);
  return {
    ...{ id, type: process, number: null, status: 'received', step: '', place_path: place },
    ...{
      ending: null,
      card: null,
      due_at: null,
      opened_at: new Date(receivedAt),
      closed_at: null,
      facts,
      numbers: {},
    },
  };
}
