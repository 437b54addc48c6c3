import type { Io } from '../cli.ts';
import { isPolled } from '../temporal/polled.ts';

/** `ready`: exit code 0 when a worker asks TEMPORAL_ADDRESS for work, else 1 and a sentence. For checks of a worker's health. */
export async function ready(_argv: string[], io: Io): Promise<number> {
  const { TEMPORAL_ADDRESS: address = '127.0.0.1:7233', TEMPORAL_NAMESPACE: namespace = 'default' } =
    process.env;
  if (await isPolled(address, namespace)) return 0;
  io.stderr.write(
    `No worker asks the Temporal server at ${address} for work in the namespace ${namespace}.\n`,
  );
  return 1;
}
