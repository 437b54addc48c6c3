import path from 'node:path';
import type { Ground } from '../ground.ts';
import { freePort } from '../ports.ts';
import { findTemporal } from './executable.ts';
import { temporalPlan } from './server.ts';

/**
 * Many may act on one process at once (members of a quarter). At the server's default of ten Updates in flight the next one
 * aborts the others and the worker replays the whole process: measured with 25 units 539 aborts, with this none.
 */
const FLAGS = ['history.maxInFlightUpdates=1000'];

/** Starts the home's own Temporal server, unless TEMPORAL_ADDRESS names one that runs; answers its address. */
export async function startTemporal({ root, settings, home, house, say }: Ground): Promise<string> {
  if (settings.temporalAddress !== undefined) return settings.temporalAddress;
  const program = await findTemporal(path.join(root, '.cache'), (line) => say(`    ${line}`));
  const port = await freePort();
  const file = home.file('temporal.db');
  const { namespace } = settings;
  await house.start(
    temporalPlan({ program, port, file, namespace, log: home.log('temporal'), flags: FLAGS }),
  );
  return `127.0.0.1:${port}`;
}
