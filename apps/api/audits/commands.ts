import { z } from 'zod';
import type { Tx } from '../../../prisma/client.ts';
import { ActBody } from '../course/act.ts';

/** Something that somebody did or tried on a process, with how it ended. `act` where it was an act of the process. */
export type CommandRow = {
  id: string;
  subject: string;
  name: string;
  body: unknown;
  act: ActBody | undefined;
  receivedAt: Date;
  status: 'accepted' | 'rejected' | 'unknown' | null;
  answer: unknown;
  endedAt: Date | null;
};

/** Every command on a process, in the order in which the server took them. */
export async function commandsOf(sql: Tx, process: string): Promise<CommandRow[]> {
  const { rows } = await sql.query<Omit<CommandRow, 'act'>>(
    `select c.id, c.subject_id as subject, c.name, c.body, c.received_at as "receivedAt",
            o.status, o.answer, o.at as "endedAt"
     from command c left join lateral (
       select status, answer, at from command_outcome where command_id = c.id order by status = 'unknown' limit 1
     ) o on true where c.process_id = $1 order by c.received_at, c.id`,
    [process],
  );
  return rows.map((row) => ({ ...row, act: ActBody.safeParse(row.body).data }));
}

const Accepted = z.object({ seq: z.int() });

/** The last entry that stood in the answer to an accepted act. */
export const answeredUpTo = ({ status, answer }: CommandRow): number | undefined =>
  status === 'accepted' ? Accepted.safeParse(answer).data?.seq : undefined;
