import { Connection } from '@temporalio/client';
import { TASK_QUEUE } from '../../../workflows/process/contract.ts';

/** Workflow tasks, in the protocol's numbers. */
const WORKFLOW = 1;

/** Whether a worker asks this Temporal server for the tasks of our processes; false while it cannot be reached. */
export async function isPolled(address: string, namespace: string): Promise<boolean> {
  const connection = Connection.lazy({ address });
  try {
    const question = { namespace, taskQueue: { name: TASK_QUEUE }, taskQueueType: WORKFLOW };
    const ask = () => connection.workflowService.describeTaskQueue(question);
    const { pollers } = await connection.withDeadline(Date.now() + 2_000, ask);
    return (pollers?.length ?? 0) > 0;
  } catch {
    return false; // not there yet
  } finally {
    await connection.close();
  }
}
