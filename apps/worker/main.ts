// The worker: runs the processes for Temporal, and does what they leave in the outbox for the world.
// This file owns the signals and the exit code; work.ts says what is done.
import { Runtime } from '@temporalio/worker';
import { BadEnvironment, readEnvironment } from './environment.ts';
import type { Environment } from './environment.ts';
import { openLog, temporalLog } from './log.ts';
import { work } from './work.ts';

/** Whoever stops us waits a little longer than this; what is not done by then is done by the next worker. Milliseconds. */
const PATIENCE = 7_000;

/** Works until SIGTERM, SIGINT, or until whoever started us is gone; this is the only place that listens for them. */
async function run(environment: Environment): Promise<void> {
  const log = openLog(environment);
  Runtime.install({
    shutdownSignals: [],
    logger: temporalLog(log),
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  });
  const stopping = new AbortController();
  const stop = (why: string) => {
    if (stopping.signal.aborted) return;
    log.info({ why }, 'stops');
    setTimeout(() => {
      log.warn('was not done in time; the rest is done by the next worker');
      process.exit(0);
    }, PATIENCE).unref();
    stopping.abort();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  process.on('disconnect', () => stop('the process that started this one is gone'));
  process.channel?.unref(); // to be told of its end must not keep us running
  await work(environment, log, stopping.signal);
}

/** One clear sentence, and the exit code: 2 when what was given is wrong, 1 when something fails. */
function fail(error: unknown): never {
  const isGiven = error instanceof BadEnvironment;
  process.stderr.write(isGiven ? `${error.message}\n` : `The worker cannot go on: ${told(error)}\n`);
  process.exit(isGiven ? 2 : 1);
}

/** Errors of Temporal's native part have no stack. */
const told = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);

try {
  await run(readEnvironment());
  process.exit(0);
} catch (error) {
  fail(error);
}
