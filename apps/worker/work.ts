import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import type { Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { archiving } from './archive/archiving.ts';
import { openDatabase } from '../../prisma/client.ts';
import type { Database } from '../../prisma/client.ts';
import { readKeyring } from '../../prisma/seal.ts';
import type { Environment } from './environment.ts';
import { openPost } from './notices/mail.ts';
import { telling } from './notices/telling.ts';
import { Hearing } from './outbox/hearing.ts';
import { Lane } from './outbox/lane.ts';
import { connect, createWorker } from './processes/running.ts';

/** While the database is away at the start it is asked this often. Milliseconds. */
const PAUSE = 1_000;

/**
 * Does the worker's whole work until the signal: tells people, runs processes, archives. Waits for PostgreSQL and
 * Temporal as long as it takes, and logs `worker is ready` when it has both. Returns when what was in hand is done.
 * Rejects when it cannot go on: then the process has to end.
 */
export async function work(environment: Environment, log: Logger, stop: AbortSignal): Promise<void> {
  const db = openDatabase(environment.databaseUrl, { keys: readKeyring(environment.masterKeyFiles) });
  const post = environment.mail && openPost(environment.mail);
  const notices = new Lane(db, telling({ db, post, publicUrl: environment.publicUrl, log }), log);
  const all = { environment, db, log, stop };
  await Promise.all([notices.keepWorking(stop), listen(all, notices), runProcesses(all)]);
  post?.close();
  await db.close();
}

type Surroundings = { environment: Environment; db: Database; log: Logger; stop: AbortSignal };

/** Rings for the lane whenever something is recorded, until the signal. */
async function listen({ environment, log, stop }: Surroundings, lane: Lane): Promise<void> {
  const hearing = new Hearing(environment.databaseUrl, log, () => lane.bell.ring());
  stop.addEventListener('abort', () => void hearing.end(), { once: true });
  await hearing.begin();
}

/** All that needs Temporal. */
async function runProcesses({ environment, db, log, stop }: Surroundings): Promise<void> {
  const connection = await connect(environment.temporal, log, stop);
  if (connection === undefined) return;
  const client = new Client({ connection, namespace: environment.temporal.namespace });
  const archive = new Lane(db, archiving(db, { client, connection }), log);
  const worker = await createWorker(connection, environment, db, log);
  await Promise.all([runUntil(worker, stop), archive.keepWorking(stop), sayWhenReady(db, log, stop)]);
  await connection.close();
}

/** Runs the Temporal worker until the signal; rejects when it falls. */
async function runUntil(worker: Worker, stop: AbortSignal): Promise<void> {
  const running = worker.run();
  stop.addEventListener('abort', () => shutDown(worker), { once: true });
  if (stop.aborted) shutDown(worker);
  await running;
}

function shutDown(worker: Worker): void {
  if (worker.getState() === 'RUNNING') worker.shutdown();
}

async function sayWhenReady(db: Database, log: Logger, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      await db.pool.query('select 1');
      return log.info('worker is ready');
    } catch (error) {
      log.warn({ err: error }, 'the database cannot be reached, tries again');
      await sleep(PAUSE, undefined, { signal: stop }).catch(() => undefined); // asked to stop: the loop sees it
    }
  }
}
