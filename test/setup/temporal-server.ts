import path from 'node:path';
import { freePort } from '../../apps/local/ports.ts';
import { findTemporal } from '../../apps/local/temporal/executable.ts';
import { temporalPlan } from '../../apps/local/temporal/server.ts';
import { startPart, type Surroundings } from './surroundings.ts';

/** Time may be skipped per execution, and clocks of seconds come up within a tenth of one (stack.md). */
const flags = ['frontend.WorkflowTimeSkippingEnabled=true', 'history.timerProcessorMaxTimeShift="100ms"'];

/** Starts the Temporal server of this run, in memory; answers its address. */
export async function startTemporal(surroundings: Surroundings): Promise<string> {
  const { root, place } = surroundings;
  const program = await findTemporal(path.join(root, '.cache'), (line) => process.stderr.write(`${line}\n`));
  const port = await freePort();
  await startPart(
    surroundings,
    temporalPlan({ program, port, log: path.join(place, 'temporal.log'), flags }),
  );
  return `127.0.0.1:${port}`;
}
