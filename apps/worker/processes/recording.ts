import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { isAway } from '../../../prisma/away.ts';
import type { Database } from '../../../prisma/client.ts';
import { record, RecordConflict } from '../../../prisma/record.ts';
import type { RecordPort } from '../../../workflows/process/clock-line.ts';
import { Shipment } from '../../../workflows/process/contract.ts';
import { nameOf } from '../log.ts';

/** A conflict does not go away by itself: it is tried again this often until somebody has looked. */
const AFTER_CONFLICT = '1 minute';

/**
 * The activity `record`: what a clock has struck goes into the journal by the same function as what people did.
 *
 * Every failure is retried. A gap is healed by the API, which writes the entries before it. A conflict (the journal says
 * something else) is logged as an error each time, and also retried: given up, it would fail the workflow itself, and a
 * matter that nobody can act on any more is worse than a clock that waits for an operator. Failures carry names and codes
 * only, because Temporal keeps them in the history.
 */
export const recording = (db: Database, log: Logger): RecordPort => ({
  async record(shipment) {
    const { process, entries } = Shipment.parse(shipment);
    try {
      await record(db, process, entries);
    } catch (error) {
      throw failureOf(error, { process, from: entries[0]?.seq, until: entries.at(-1)?.seq }, log);
    }
  },
});

type Place = { process: string; from?: number; until?: number };

function failureOf(error: unknown, place: Place, log: Logger): ApplicationFailure {
  const isConflict = error instanceof RecordConflict;
  if (isConflict)
    log.error({ ...place, err: error }, 'the journal and the process disagree: somebody has to look');
  else if (isAway(error)) log.warn(place, 'cannot record: the database is away; it is tried again');
  else log.error({ ...place, err: error }, 'cannot record; it is tried again');
  return ApplicationFailure.create({
    message: nameOf(error),
    type: error instanceof Error ? error.name : 'Error',
    nextRetryDelay: isConflict ? AFTER_CONFLICT : undefined,
  });
}
