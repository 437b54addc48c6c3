// What went stale, told to open consoles: one LISTEN connection per process, one stream per console.
// Only names of topics are sent, never content: a console that is told asks again, through the doors.
import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { Subject as Source } from 'rxjs';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import type { Resource } from '../door/decide.ts';
import { resourceOf } from '../door/resource.ts';
import { openLog } from '../log.ts';

/** The channel on which PostgreSQL tells of what was recorded. */
export const CHANNEL = 'minqing';

const Told = z.object({
  process: z.uuid().optional(),
  tasks: z.array(z.string()).default([]),
  people: z.array(z.uuid()).default([]),
});

/** What changed, with what decides who may know; without `about`, anything may have. */
export type Change = { about?: Resource; people: readonly string[] };

/** How long to wait before the next try when the connection is lost. Milliseconds. */
const PAUSE = 1_000;

@Injectable()
export class Changes implements OnModuleInit, OnModuleDestroy {
  readonly stream = new Source<Change>();
  #client: pg.Client | undefined;
  #isOver = false;
  #again: NodeJS.Timeout | undefined;

  constructor(
    @Inject(openDatabase) private readonly db: Database,
    @Inject(openLog) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    void this.#connect();
  }

  async onModuleDestroy(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#again);
    this.stream.complete();
    await this.#client?.end().catch(() => undefined); // it may be broken already
  }

  /** Listens; whatever was missed before makes everything stale. Tries again for as long as it takes. */
  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.db.url, application_name: 'minqing events' });
    this.#client = client;
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ payload }) => void this.#tell(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.stream.next({ people: [] });
    } catch (error) {
      this.#lost(client, error);
    }
  }

  #lost(client: pg.Client, error?: unknown): void {
    if (this.#isOver || this.#client !== client) return;
    this.#client = undefined;
    this.log.warn({ err: error }, 'no longer hears of changes, connects again');
    void client.end().catch(() => undefined); // what is left of it
    this.#again = setTimeout(() => void this.#connect(), PAUSE);
  }

  async #tell(payload: string): Promise<void> {
    try {
      const { process, people } = Told.parse(JSON.parse(payload));
      const about = process === undefined ? undefined : await resourceOf(this.db, 'course', process);
      if (process === undefined || about !== undefined) this.stream.next({ about, people });
    } catch (error) {
      this.log.warn({ err: error }, 'could not tell of a change');
      this.stream.next({ people: [] });
    }
  }
}
