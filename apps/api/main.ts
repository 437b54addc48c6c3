import { BadEnvironment, readEnvironment } from './environment.ts';
import type { Environment } from './environment.ts';
import { openLog } from './log.ts';
import { createApi } from './serve.ts';

/** Whoever stops us waits ten seconds; what is not answered by then is cut off. Milliseconds. */
const PATIENCE = 8_000;

/** Runs the API until SIGTERM or SIGINT; this is the only place that listens for them. */
async function run(environment: Environment): Promise<void> {
  const log = openLog(environment);
  const app = await createApi(environment);
  await app.listen(environment.port, environment.host);
  log.info({ port: environment.port, host: environment.host }, 'listens');
  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stops');
    setTimeout(() => process.exit(0), PATIENCE).unref();
    await app.close();
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
}

/** One clear sentence, and the exit code: 2 when what was given is wrong, 1 when something fails. */
function fail(error: unknown): never {
  const isGiven = error instanceof BadEnvironment;
  process.stderr.write(`${isGiven ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(isGiven ? 2 : 1);
}

try {
  await run(readEnvironment());
} catch (error) {
  fail(error);
}
