import { processNamed } from '../workflows/catalog.ts';
import type { Opened } from '../workflows/process/opening.ts';
import { endOfPeriod, periodOf, startOfPeriod } from '../workflows/rules/period.ts';
import type { Period } from '../workflows/rules/period.ts';
import { inTransaction } from './client.ts';
import type { Database } from './client.ts';
import type { StartPayload } from './intake-row.ts';
import { onceId } from './once-id.ts';
import { file } from './outbox.ts';
import { policyInForce } from './policies.ts';
import { numbersOf } from './recurring.ts';

type Pool = Pick<Database, 'pool'>;

/** What came of an opening. */
type OpeningOutcome =
  /** Its start is in the outbox, since now or before. */
  | { kind: 'filed'; id: string; period: Period }
  /** The town did not run it then, or does not now. */
  | { kind: 'notRun' }
  | { kind: 'over'; period: Period };

/**
 * Files the start of a process for the period that `at` lies in, so that the relay begins it. However often and by
 * whomever it is asked, one period of a place has one process. A late one is made up while its period runs.
 */
export async function openPeriod(
  db: Pool,
  { process, place, at }: Opened,
  now: Date,
): Promise<OpeningOutcome> {
  const { rhythm } = processNamed(process);
  const [then, today] = await Promise.all([
    beatOf(db, process, place, new Date(at)),
    beatOf(db, process, place, now),
  ]);
  if (rhythm === undefined || then === undefined || today === undefined) return { kind: 'notRun' };
  const { period, start, end } = then;
  if (end <= now) return { kind: 'over', period };
  const id = await onceId(db.pool, place, start, [process, place, period]);
  const payload: StartPayload = {
    ...{ process, place, receivedAt: now.toISOString() },
    facts: rhythm.facts(period),
  };
  await inTransaction(db, (tx) => file(tx, [{ id: `start:${id}`, lane: 'start', processId: id, payload }]));
  return { kind: 'filed', id, period };
}

/** The period of a moment in a place, by the pack in force then; undefined where its town does not run the process. */
async function beatOf(
  { pool }: Pool,
  process: string,
  place: string,
  at: Date,
): Promise<{ period: Period; start: Date; end: Date } | undefined> {
  const inForce = await policyInForce(pool, place, at);
  const definition = processNamed(process);
  const written = inForce?.policy.processes[process];
  if (inForce === undefined || written === undefined || definition.rhythm === undefined) return undefined;
  const { utcOffset } = inForce.policy.office;
  const period = periodOf(at, definition.rhythm.every(numbersOf(definition, written)), utcOffset);
  return { period, start: startOfPeriod(period, utcOffset), end: endOfPeriod(period, utcOffset) };
}
