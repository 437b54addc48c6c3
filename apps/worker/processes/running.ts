// The part of the worker that runs processes: it gives Temporal the workflows and the two activities that they ask for.
// Temporal decides when; nothing here knows what a process is about.
import { setTimeout as sleep } from 'node:timers/promises';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { Database } from '../../../prisma/client.ts';
import { TASK_QUEUE } from '../../../workflows/process/contract.ts';
import type { Environment } from '../environment.ts';
import { opening } from './opening.ts';
import { recording } from './recording.ts';

/** Best for the tail of many acts in flight on two cores (design.md, measured). */
const tuning = {
  maxConcurrentWorkflowTaskExecutions: 100,
  maxConcurrentWorkflowTaskPolls: 50,
  nonStickyToStickyPollRatio: 0.5,
} as const;

/** A shipment in hand when we are asked to stop has this long; after that it is left to the next worker. */
const drain = { shutdownGraceTime: '2 seconds' } as const;

type Wishes = Pick<Environment, 'temporal' | 'cachedWorkflows' | 'workflowBundle'>;

/** A worker for all processes, not running yet. Throws when Temporal cannot be reached or the bundle is not there. */
export const createWorker = (
  connection: NativeConnection,
  { temporal: { namespace }, cachedWorkflows, workflowBundle }: Wishes,
  db: Database,
  log: Logger,
): Promise<Worker> =>
  Worker.create({
    ...{ connection, namespace, taskQueue: TASK_QUEUE, ...tuning, ...drain },
    workflowBundle: { codePath: workflowBundle },
    activities: { ...recording(db, log), ...opening(db, log) },
    maxCachedWorkflows: cachedWorkflows,
  });

/** Milliseconds. */
const pauses = { first: 200, most: 5_000 };

/** Connects to Temporal, for as long as it takes; undefined when we are asked to stop first. */
export async function connect(
  { address }: Environment['temporal'],
  log: Logger,
  stop: AbortSignal,
): Promise<NativeConnection | undefined> {
  for (let pause = pauses.first; !stop.aborted; pause = Math.min(pause * 2, pauses.most)) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      log.warn({ address, err: error }, 'Temporal cannot be reached, tries again');
      await sleep(pause, undefined, { signal: stop }).catch(() => undefined); // asked to stop: the loop sees it
    }
  }
  return undefined;
}
