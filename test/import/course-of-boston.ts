// Boston's matters in running: a database, a worker on the real Temporal server, and the API's own relay.
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import type { Course } from '../../apps/api/course/course.ts';
import { PolicyBook } from '../../apps/api/course/policy-book.ts';
import { relay } from '../../apps/api/course/relay.ts';
import { openDatabase } from '../../prisma/client.ts';
import { record } from '../../prisma/record.ts';
import { readKeyring } from '../../prisma/seal.ts';
import { PULL } from '../../workflows/process/contract.ts';
import type { Answer, Shipment } from '../../workflows/process/contract.ts';
import { workflowBundle } from '../setup/bundle.ts';
import { createTestDatabase } from '../setup/database.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { written } from './files.ts';

export const MAPPING = 'policies/examples/mappings/boston-311.yaml';

/** The files, read from beside the project and never copied in, with the class of each. */
export const FILES = ['ce-collection.csv', 'empty-litter-basket.csv', 'rodent-activity.csv'];
export const fileOf = (name: string): string => path.resolve('..', 'shared', 'data', 'boston311', name);

/** A database of this test's own that `minqing import` finds as it would find a real one. */
export async function emptyHouse() {
  const { url, drop } = await createTestDatabase();
  const key = written(`key-${randomUUID()}`, randomBytes(32));
  Object.assign(process.env, { DATABASE_URL: url, MINQING_MASTER_KEY_FILE: key });
  const db = openDatabase(url, { keys: readKeyring([key]) });
  const count = async (sql: string): Promise<number> =>
    Number((await db.pool.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]?.n);
  const end = async () => {
    await db.close();
    await drop();
  };
  return { url, key, db, count, end };
}

/** The same with a worker and a relay. */
export async function openCourse(cache = 500) {
  const house = await emptyHouse();
  const address = await temporalAddress();
  const [connection, native] = [
    await Connection.connect({ address }),
    await NativeConnection.connect({ address }),
  ];
  const client = new Client({ connection });
  const queue = `minqing-${randomUUID()}`;
  const course: Course = {
    db: house.db,
    client,
    book: new PolicyBook(house.db),
    log: pino({ level: 'error' }),
    queue,
  };

  async function hire() {
    const worker = await Worker.create({
      connection: native,
      taskQueue: queue,
      workflowBundle: await workflowBundle(),
      maxCachedWorkflows: cache,
      stickyQueueScheduleToStartTimeout: '1 second',
      shutdownGraceTime: '1 second',
      activities: {
        record: async ({ process, entries }: Shipment) => void (await record(house.db, process, entries)),
      },
    });
    const running = worker.run();
    return async () => {
      worker.shutdown();
      await running;
    };
  }
  let dismiss = await hire();
  return {
    ...house,
    client,
    queue,
    /** Opens what waits in the outbox, as the API's round does. */
    async open() {
      while ((await relay(course, 'start')) > 0);
    },
    /** A fresh worker that knows nothing but the histories. */
    async restart() {
      await dismiss();
      dismiss = await hire();
    },
    /** What a process has to say that is not recorded; the worker replays it to answer. */
    async pull(id: string, recorded: number): Promise<Answer> {
      return client.workflow.getHandle(id).executeUpdate(PULL, { updateId: randomUUID(), args: [recorded] });
    },
    async end() {
      await dismiss();
      await connection.close();
      await native.close();
      await house.end();
    },
  };
}
