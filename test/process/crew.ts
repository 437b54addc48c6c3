// Workers that a test hires and dismisses, quietly, each stage on a task queue of its own.
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { NativeConnection } from '@temporalio/worker';
import type { RecordPort } from '../../workflows/process/clock-line.ts';
import { workflowBundle } from '../setup/bundle.ts';

/** Once a process: whoever comes first says it for all. */
export function hush(): void {
  const level = process.env['MINQING_TEST_LOG'] === 'on' ? 'WARN' : 'ERROR';
  const telemetryOptions = { logging: { filter: { core: level, other: 'ERROR' }, forward: {} } } as const;
  try {
    Runtime.install({ logger: new DefaultLogger(level), shutdownSignals: [], telemetryOptions });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'IllegalStateError') throw error;
  }
}

export interface Hiring {
  readonly connection: NativeConnection;
  readonly queue: string;
  /** How many workflows a worker remembers between their tasks. */
  readonly cache: number;
  /** None: it only runs workflows, or only activities. */
  readonly records?: RecordPort;
  readonly runsWorkflows?: boolean;
  /** How soon the others take over what a worker that has died has remembered. */
  readonly sticky?: '1 second' | '10 seconds';
}

/** A worker at work; `dismiss` lets it go and waits until it has gone. */
export async function hire({
  connection,
  queue,
  cache,
  records,
  runsWorkflows = true,
  sticky = '10 seconds',
}: Hiring) {
  hush();
  const worker = await Worker.create({
    ...{ connection, taskQueue: queue, maxCachedWorkflows: cache },
    identity: 'a worker of a test', // and not this machine's name: histories are kept
    ...(runsWorkflows ? { workflowBundle: await workflowBundle() } : {}),
    ...(records === undefined ? {} : { activities: { ...records } }),
    ...{ stickyQueueScheduleToStartTimeout: sticky, shutdownGraceTime: '1 second' },
  });
  const running = worker.run();
  running.catch(() => undefined);
  return {
    async dismiss(): Promise<void> {
      worker.shutdown();
      await running;
    },
  };
}

export type Hand = Awaited<ReturnType<typeof hire>>;
