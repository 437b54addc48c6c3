// Time that is skipped in one process alone, on the real server (design.md: time can be skipped per execution).
import type { Client } from '@temporalio/client';
import { randomUUID } from 'node:crypto';

const NAMESPACE = 'default';

const millis = (stamp: { seconds?: unknown; nanos?: number | null } | null | undefined): number =>
  Number(stamp?.seconds ?? 0) * 1_000 + (stamp?.nanos ?? 0) / 1e6;

/** What time it is inside a process. */
export async function timeIn(client: Client, id: string): Promise<Date> {
  const described = await client.workflowService.describeWorkflowExecution({
    namespace: NAMESPACE,
    execution: { workflowId: id },
  });
  const skipping = described.workflowExtendedInfo?.timeSkippingInfo;
  const skipped = millis(skipping?.currentTime);
  return new Date(skipped === 0 ? Date.now() : skipped);
}

/** Lets time run ahead in a process, by milliseconds, whenever nothing is in flight; returns when it has got there. */
export async function skip(client: Client, id: string, ms: number): Promise<void> {
  const fastForwardId = randomUUID();
  const duration = { seconds: Math.floor(ms / 1_000), nanos: Math.round(ms % 1_000) * 1e6 };
  const timeSkippingConfig = { enabled: true, fastForwardConfig: { id: fastForwardId, duration } };
  const workflowExecution = { workflowId: id };
  await client.workflowService.updateWorkflowExecutionOptions({
    ...{ namespace: NAMESPACE, workflowExecution, workflowExecutionOptions: { timeSkippingConfig } },
    updateMask: { paths: ['time_skipping_config'] },
  } as never);
  for (;;) {
    const poll = { namespace: NAMESPACE, workflowExecution, fastForwardId };
    const answer = await client.workflowService.pollWorkflowExecutionTimeSkipping(poll);
    if (answer.fastForwardInfo?.hasCompleted === true) return;
    if (answer.failedReason !== '') return;
  }
}
