import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Client } from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../../prisma/client.ts';
import { TASK_QUEUE } from '../../workflows/process/contract.ts';
import type { Course } from './course/course.ts';
import { PolicyBook } from './course/policy-book.ts';
import { walkRounds } from './course/round.ts';
import type { Environment } from './environment.ts';

/** What acts and readers go through: database, Temporal, packs, on the queue that the workers serve. */
export function openCourse(
  db: Database,
  connection: Connection,
  environment: Environment,
  log: Logger,
): Course {
  const { namespace, queue = TASK_QUEUE } = environment.temporal;
  return { db, client: new Client({ connection, namespace }), book: new PolicyBook(db), log, queue };
}

/** Walks the rounds of the course (relay, sweeper) as long as the application runs. */
@Injectable()
export class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #end = new AbortController();
  #walked: Promise<void> | undefined;

  constructor(@Inject(openCourse) private readonly course: Course) {}

  onApplicationBootstrap(): void {
    this.#walked = walkRounds(this.course, this.#end.signal);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#end.abort();
    await this.#walked;
  }
}
