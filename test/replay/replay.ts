// Histories run again against the code of today: whatever it would now do otherwise fails here.
import { Worker } from '@temporalio/worker';
import { hush } from '../process/crew.ts';
import { workflowBundle } from '../setup/bundle.ts';

export interface Kept {
  readonly workflowId: string;
  readonly history: unknown;
}

/** The ids of those that do not replay, with what Temporal says; nothing when all do. */
export async function notReplaying(histories: AsyncIterable<Kept> | Iterable<Kept>): Promise<string[]> {
  hush();
  const options = { workflowBundle: await workflowBundle(), replayName: 'minqing' };
  const faults: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    if (error !== undefined) faults.push(`${workflowId}: ${error.message}`);
  }
  return faults;
}
