// The course of things: acts become commands, commands become Updates, answers become records.
// PostgreSQL is written before Temporal is asked and after it has answered, never in between (design.md).
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../../../prisma/client.ts';
import type { PolicyBook } from './policy-book.ts';

/** What every part of the course needs. */
export interface Course {
  readonly db: Database;
  readonly client: Client;
  readonly book: PolicyBook;
  readonly log: Logger;
  /** Task queue of the workers. */
  readonly queue: string;
}
