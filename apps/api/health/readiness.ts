import { Inject, Injectable } from '@nestjs/common';
import { Connection } from '@temporalio/client';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { pendingMigrations } from '../../../prisma/migrate.ts';

type State = 'up' | 'down';

/** A check that takes longer than this counts as down. Milliseconds. */
const PATIENCE = 2_000;

/** Asks the database and Temporal whether they answer. */
@Injectable()
export class Readiness {
  constructor(
    @Inject(openDatabase) private readonly db: Database,
    @Inject(Connection) private readonly temporal: Connection,
  ) {}

  async check(): Promise<{ database: State; migrations: State; temporal: State }> {
    const [database, migrations, temporal] = await Promise.all([
      isUp(this.db.pool.query('select 1')),
      isUp(this.#noneIsMissing()),
      isUp(
        this.temporal.withDeadline(Date.now() + PATIENCE, () =>
          this.temporal.workflowService.getSystemInfo({}),
        ),
      ),
    ]);
    return { database, migrations, temporal };
  }

  async #noneIsMissing(): Promise<void> {
    const pending = await pendingMigrations(this.db.pool);
    if (pending.length > 0) throw new Error(`not migrated: ${pending.join(', ')}`);
  }
}

/** Down is an answer here, not a fault: why is in the log of what is down. */
async function isUp(answer: Promise<unknown>): Promise<State> {
  const late = new Promise<State>((resolve) => setTimeout(resolve, PATIENCE, 'down').unref());
  return Promise.race([
    answer.then(
      (): State => 'up',
      (): State => 'down',
    ),
    late,
  ]);
}
