import { z } from 'zod';
import { inTransaction } from './client.ts';
import type { Database, Tx } from './client.ts';
import { openCommandIn } from './commands.ts';
import type { Command } from './commands.ts';
import { newId } from './id.ts';
import { enter } from './intake-row.ts';
import type { NewIntake, Receipt, Said } from './intake-row.ts';
import { openWords, sealWords } from './words.ts';

/** new and same carry the receipt; conflict: the key belongs to another body (422). */
export type TakenIn = { kind: 'new' | 'same'; receipt: Receipt } | { kind: 'conflict' };

/** What is kept of the receipt as the command's answer: the code itself only sealed. */
const KeptAnswer = z.object({ id: z.uuid(), receipt: z.string(), code: z.string() });

/**
 * Takes a matter in, in one transaction that needs no Temporal: command, sealed words, intake row, receipt, an errand
 * to start the process, and the answer. A repetition of the same key and body gets the same receipt and code.
 * Throws UnknownPlace, KnownExternal (an import met a row again under another key), DatabaseAway.
 */
export async function takeIn(db: Database, intake: NewIntake): Promise<TakenIn> {
  const taken = await inTransaction(db, (tx) => takeInOnce(tx, db, intake));
  if (taken.kind !== 'same') return taken;
  const { id, receipt, code } = KeptAnswer.parse(taken.command.outcome?.answer);
  const opened = await openWords(db, [code]);
  return { kind: 'same', receipt: { id, receipt, code: opened.get(code) ?? '' } };
}

type Once = { kind: 'new'; receipt: Receipt } | { kind: 'same'; command: Command } | { kind: 'conflict' };

async function takeInOnce(tx: Tx, db: Database, intake: NewIntake): Promise<Once> {
  const { key, subjectId, raw, process } = intake;
  const processId = newId();
  const stored = () => sealed(tx, db, processId, intake);
  const command = { key, subjectId, raw, name: `open ${process}`, stored, processId, begins: true };
  const opened = await openCommandIn(tx, db.keys, command);
  if (opened.kind !== 'new') return opened;
  return {
    kind: 'new',
    receipt: await enter(tx, db.keys, { intake, command: opened.command, said: opened.body }),
  };
}

async function sealed(tx: Tx, db: Database, matterId: string, intake: NewIntake): Promise<Said> {
  const { text, contact, reporterId: authorId } = intake;
  const words = await sealWords(tx, db.keys, { matterId, kind: 'report', text, authorId });
  if (!contact) return { words, contact: null };
  return {
    words,
    contact: await sealWords(tx, db.keys, { matterId, kind: 'contact', text: contact, authorId }),
  };
}
