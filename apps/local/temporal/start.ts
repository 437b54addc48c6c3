import path from 'node:path';
import type { Ground } from '../ground.ts';
import { freePort } from '../ports.ts';
import { findTemporal } from './executable.ts';
import { temporalPlan } from './server.ts';

/** Starts the home's own Temporal server, unless TEMPORAL_ADDRESS names one that runs; answers its address. */
export async function startTemporal({ root, settings, home, house, say }: Ground): Promise<string> {
  if (settings.temporalAddress !== undefined) return settings.temporalAddress;
  const program = await findTemporal(path.join(root, '.cache'), (line) => say(`    ${line}`));
  const port = await freePort();
  const file = home.file('temporal.db');
  await house.start(
    temporalPlan({ program, port, file, namespace: settings.namespace, log: home.log('temporal') }),
  );
  return `127.0.0.1:${port}`;
}
