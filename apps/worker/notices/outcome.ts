import { inTransaction } from '../../../prisma/client.ts';
import type { Database, Tx } from '../../../prisma/client.ts';
import { done, file } from '../../../prisma/outbox.ts';
import { reportUndelivered } from '../../../workflows/process/acts/overseeing.ts';
import type { Notice } from './notice.ts';

/** Why a notice did not arrive: a stable code, for the console to put into words. */
export type Failure =
  'noMailServer' | 'noAddress' | 'mailRefused' | 'mailUnavailable' | 'noSuchChannel' | 'overtaken';

/** How an attempt ended. `again`: there will be another one. */
export type Outcome =
  { kind: 'delivered' } | { kind: 'failed'; failure: Failure } | { kind: 'again'; failure: Failure };

/** How long to wait after the first, second … attempt. Seconds; together about an hour. */
export const PAUSES: readonly number[] = [60, 300, 900, 2_400];

/** What stands after this attempt: when it was the last one, there is no other. */
export const lasting = (outcome: Outcome, { attempts }: Notice): Outcome =>
  outcome.kind === 'again' && attempts > PAUSES.length ? { ...outcome, kind: 'failed' } : outcome;

/** Notes how an attempt ended, in one transaction with what follows from it. */
export const note = (db: Database, errand: string, notice: Notice, outcome: Outcome): Promise<void> =>
  inTransaction(db, (tx) => notes[outcome.kind](tx, { errand, notice, outcome }));

type Noting = { errand: string; notice: Notice; outcome: Outcome };

const notes: Readonly<Record<Outcome['kind'], (tx: Tx, noting: Noting) => Promise<void>>> = {
  delivered: async (tx, { errand, notice }) => {
    await tx.query('update notice set delivered_at = now(), failure = null where id = $1', [notice.id]);
    await done(tx, errand);
  },
  failed: async (tx, { errand, notice, outcome }) => {
    await tx.query('update notice set failed_at = now(), failure = $2 where id = $1', [
      notice.id,
      failureIn(outcome),
    ]);
    await done(tx, errand);
    await tellTheProcess(tx, notice);
  },
  again: async (tx, { errand, notice, outcome }) => {
    const failure = failureIn(outcome);
    await tx.query('update notice set failure = $2 where id = $1', [notice.id, failure]);
    await tx.query('update outbox set error = $2, due_at = now() + make_interval(secs => $3) where id = $1', [
      ...[errand, failure],
      PAUSES[notice.attempts - 1] ?? PAUSES.at(-1),
    ]);
  },
};

const failureIn = (outcome: Outcome): Failure | null => ('failure' in outcome ? outcome.failure : null);

/** Who reported a matter and cannot be told has to be called: the process opens a task for that (step 4). */
async function tellTheProcess(tx: Tx, { id, processId, template, channel, facts }: Notice): Promise<void> {
  const [, what] = /^told\.(.+)$/.exec(template) ?? [];
  if (what === undefined || facts.matter === undefined) return;
  const input = { matter: facts.matter, what, channel };
  const payload = { to: processId, act: reportUndelivered.name, input };
  await file(tx, [{ id: `message:${id}`, lane: 'message', processId, payload }]);
}
