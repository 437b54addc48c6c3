import type { z } from 'zod';
import { inTransaction } from '../../../prisma/client.ts';
import type { Database, Tx } from '../../../prisma/client.ts';
import { openCommandIn, settle } from '../../../prisma/commands.ts';
import { BadInput, NotNow } from '../../../workflows/rules/violation.ts';

/** What is done once: by whom, under which key, to what; `raw` is the body as it came. */
export type Deed = {
  key: string;
  subject: string;
  name: string;
  processId: string;
  raw: unknown;
  /** Makes what is kept of it, sealing words; nothing is, without it. */
  kept?: (tx: Tx) => Promise<unknown>;
};

/**
 * Does something that no process decides, once: command, work and answer in one transaction, so that it never stands
 * half done. A repetition gets the first answer again; the key with another body is refused (422).
 */
export async function once<S extends z.ZodType>(
  db: Database,
  { key, subject: subjectId, name, processId, raw, kept = async () => ({}) }: Deed,
  answer: S,
  work: (tx: Tx) => Promise<z.output<S>>,
): Promise<z.output<S>> {
  return inTransaction(db, async (tx) => {
    const command = { key, subjectId, processId, name, raw, stored: kept, begins: true };
    const opened = await openCommandIn(tx, db.keys, command);
    if (opened.kind === 'conflict') throw new BadInput('idempotency-key-reused');
    if (opened.kind === 'new') {
      const done = await work(tx);
      await settle(tx, opened.command.id, 'accepted', done);
      return done;
    }
    if (opened.command.outcome === undefined) throw new NotNow('still-running');
    return answer.parse(opened.command.outcome.answer);
  });
}
