// A stage for whole processes: a town in PostgreSQL, workers on the real Temporal server, and the API's own course.
// One stage a file; each has a database and a task queue of its own, so that stages never take each other's work.
import { Client, Connection } from '@temporalio/client';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Course } from '../../apps/api/course/course.ts';
import { PolicyBook } from '../../apps/api/course/policy-book.ts';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { record } from '../../prisma/record.ts';
import type { RecordPort } from '../../workflows/process/clock-line.ts';
import { TASK_QUEUE } from '../../workflows/process/contract.ts';
import type { Clock } from '../../workflows/rules/clock.ts';
import type { Policy } from '../../workflows/rules/policy.ts';
import { livingTown } from '../prisma/small-town.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { castOf } from './cast.ts';
import { disagreements, replayFaults } from './compare.ts';
import { hire, hush } from './crew.ts';
import type { Hand, Hiring } from './crew.ts';
import { playOn } from './play.ts';
import { skip, timeIn } from './time.ts';

export type Stage = Awaited<ReturnType<typeof openStage>>;

export interface StageOptions {
  /** How many workflows a worker remembers; 0: each task replays from the beginning. */
  readonly cache?: number;
  readonly sticky?: Hiring['sticky'];
  /** The pack of this stage, made from the default one. */
  readonly pack?: (policy: Policy) => Policy;
  /** What stands between the API and Temporal, to lose things on the way. */
  readonly between?: WorkflowClientInterceptor;
  /** Happens in the worker when it has recorded something, and has not said so yet. */
  readonly after?: () => void;
}

export async function openStage({ cache = 100, sticky, pack, between, after }: StageOptions = {}) {
  hush();
  const town = await livingTown();
  const policy = await loadPolicy('dongsheng');
  const inForce = { policy: pack?.(policy) ?? policy, calendar: await loadCalendar('cn') };
  await loadPolicies(town.db, [inForce], new Date('2018-01-01'));
  const address = await temporalAddress();
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({
    connection,
    identity: 'a test',
    interceptors: { workflow: between === undefined ? [] : [between] },
  });
  const log = pino({ level: process.env['MINQING_LOG_LEVEL'] ?? 'silent' });
  const queue = `${TASK_QUEUE}-${randomUUID()}`;
  const course: Course = { db: town.db, client, book: new PolicyBook(town.db), log, queue };
  const records: RecordPort = {
    async record({ process, entries }) {
      await record(town.db, process, entries);
      after?.();
    },
  };
  const crew = new Set<Hand>();

  const time = { calendar: inForce.calendar, office: inForce.policy.office };
  const play = playOn(town, course, { policy: inForce.policy, time });
  const stage = {
    ...{ town, course, client, cast: castOf(town), policy: inForce.policy, calendar: inForce.calendar, time },
    ...play,
    ...{ address, queue },
    /** Hires one more worker; without `runsWorkflows` it only records. */
    async hire(runsWorkflows = true): Promise<Hand> {
      const hand = await hire({ connection: native, queue, cache, sticky, records, runsWorkflows });
      crew.add(hand);
      return hand;
    },
    async dismiss(hand: Hand): Promise<void> {
      crew.delete(hand);
      await hand.dismiss();
    },
    async dismissAll(): Promise<void> {
      await Promise.all([...crew].map((hand) => stage.dismiss(hand)));
    },
    timeIn: (id: string) => timeIn(client, id),
    skip: (id: string, ms: number) => skip(client, id, ms),
    /** Lets time run ahead in a process to so many milliseconds after a moment. */
    async skipTo(id: string, moment: string | Date, more = 60_000): Promise<void> {
      await skip(client, id, new Date(moment).getTime() + more - (await timeIn(client, id)).getTime());
    },
    /** The clock of the last task of a kind, and when it is due; the whole matter's clock is `matter`. */
    async clock(id: string, kind: string): Promise<Clock & { dueAt: string }> {
      const { clocks, tasks } = await play.state(id);
      const task = Object.values(tasks).findLast((one) => one.kind === kind);
      const found =
        kind === 'matter'
          ? Object.values(clocks).find(({ of }) => of === 'matter')
          : clocks[task?.clock ?? ''];
      if (found === undefined) throw new Error(`no clock of ${kind} in ${id}`);
      return { ...found, dueAt: found.dueAt ?? 'unknown' };
    },
    /** On what Temporal and PostgreSQL differ. */
    disagreements: () => disagreements({ db: town.db, client }),
    /** Which of all histories of this stage do not replay. */
    notReplaying: () => replayFaults({ db: town.db, client }),
    async close(): Promise<void> {
      await stage.dismissAll();
      await connection.close();
      await native.close();
      await town.end();
    },
  };
  return stage;
}
