import type { Database } from '../../../prisma/client.ts';

/** The process in which an act of the seed was done, by its key; undefined while it has not been done. */
export async function doneIn({ pool }: Database, key: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `select process_id as id from command join command_outcome outcome on outcome.command_id = command.id
     where key = $1 and outcome.status = 'accepted'`,
    [key],
  );
  return rows[0]?.id;
}
