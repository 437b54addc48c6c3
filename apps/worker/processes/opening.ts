import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import type { Database } from '../../../prisma/client.ts';
import { openPeriod } from '../../../prisma/open-period.ts';
import type { OpenPort } from '../../../workflows/process/opening.ts';
import { nameOf } from '../log.ts';

/**
 * The activity `open`: what the calendar begins is filed in the outbox, where the relay finds it. Every failure is
 * retried, and carries a name only, because Temporal keeps it. A period that is over is not begun any more, and the log
 * says so: somebody was away for longer than a period.
 */
export const opening = (db: Database, log: Logger): OpenPort => ({
  async open(opened) {
    const { process, place } = opened;
    try {
      const outcome = await openPeriod(db, opened, new Date());
      if (outcome.kind === 'over') log.warn({ process, place, ...outcome }, 'a period has passed unopened');
      else log.info({ process, place, ...outcome }, 'opened by the calendar');
    } catch (error) {
      log.error({ process, place, err: error }, 'cannot open by the calendar; it is tried again');
      throw ApplicationFailure.create({
        message: nameOf(error),
        type: error instanceof Error ? error.name : 'Error',
      });
    }
  },
});
