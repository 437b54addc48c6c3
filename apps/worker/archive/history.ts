import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { canonical } from '../../../prisma/canonical.ts';
import { workflowId } from '../../../workflows/process/contract.ts';

/** The whole history of a process that has ended. `gzipped` is `text`, canonical JSON; `sha256` is that of the text. */
export type ClosedHistory = { runId: string; events: number; gzipped: Buffer; sha256: string };

/** The process still runs: it writes its last lines, or somebody has closed the wrong one. */
export class NotClosed extends Error {
  constructor(process: string, status: string) {
    super(`Process ${process} is ${status.toLowerCase()}.`);
    this.name = 'NotClosed';
  }
}

/** A client for asking, and the connection that it goes by. */
export type Temporal = { client: Client; connection: Pick<NativeConnection, 'withDeadline'> };

/** An answer that takes longer will not come. Milliseconds. */
const PATIENCE = 20_000;

/** Fetches the history of a process from Temporal. Throws NotClosed, or what Temporal says. */
export const closedHistory = ({ client, connection }: Temporal, process: string): Promise<ClosedHistory> =>
  connection.withDeadline(Date.now() + PATIENCE, async () => {
    const { runId, status, closeTime } = await client.workflow.getHandle(workflowId(process)).describe();
    if (closeTime === undefined) throw new NotClosed(process, status.name);
    const history = await client.workflow.getHandle(workflowId(process), runId).fetchHistory();
    const text = canonical(JSON.parse(historyToJSON(history)));
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { runId, events: history.events?.length ?? 0, gzipped: await promisify(gzip)(text), sha256 };
  });
