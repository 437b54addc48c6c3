import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msNumberToTs, optionalTsToDate } from '@temporalio/common/lib/time.js';

const namespace = 'default';

/** What time it is inside a process: ahead of the world's where some was skipped. */
export async function timeIn(client: Client, process: string): Promise<Date> {
  const execution = { workflowId: process };
  const described = await client.workflowService.describeWorkflowExecution({ namespace, execution });
  const skipped = optionalTsToDate(described.workflowExtendedInfo?.timeSkippingInfo?.currentTime);
  return skipped === undefined || skipped.getTime() === 0 ? new Date() : skipped;
}

/** Lets time run ahead in one process until the moment given, whenever nothing is in flight (design.md); back when it is there. */
export async function skipTo(client: Client, process: string, until: Date): Promise<void> {
  const ahead = Math.max(1, until.getTime() - (await timeIn(client, process)).getTime());
  const fastForwardId = randomUUID();
  const workflowExecution = { workflowId: process };
  const fastForwardConfig = { id: fastForwardId, duration: msNumberToTs(ahead) };
  const timeSkippingConfig = { enabled: true, fastForwardConfig };
  await client.workflowService.updateWorkflowExecutionOptions({
    ...{ namespace, workflowExecution, workflowExecutionOptions: { timeSkippingConfig } },
    updateMask: { paths: ['time_skipping_config'] },
  });
  const poll = { namespace, workflowExecution, fastForwardId };
  for (;;) {
    const answer = await client.workflowService.pollWorkflowExecutionTimeSkipping(poll);
    if (answer.fastForwardInfo?.hasCompleted === true || answer.failedReason !== '') return;
  }
}
