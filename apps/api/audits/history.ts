import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { WorkflowNotFoundError } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { workflowId } from '../../../workflows/process/contract.ts';
import type { Course } from '../course/course.ts';
import { TemporalHistory } from './temporal-event.ts';
import type { TemporalEvent } from './temporal-event.ts';

/** What the archive says of itself, and what its content comes to now. */
export type Kept = { sha256: string; actual: string; events: number; archivedAt: Date };

/** Temporal's events of a process: from the archive, from the server, or nobody has them (any more, or just now). */
export type Witness = {
  source: 'archive' | 'server' | 'away' | 'gone';
  events: readonly TemporalEvent[];
  kept?: Kept;
};

type Row = { history: Buffer; sha256: string; events: number; archived_at: Date };

/** An answer that takes longer will not come: the reader is told so. Milliseconds. */
const PATIENCE = 5_000;

/**
 * The events of a process. Of all that people read this alone may ask Temporal, and only while there is no archive: an
 * auditor wants to see what the record was made from. Never throws because Temporal is away.
 */
export async function witnessOf(course: Course, process: string): Promise<Witness> {
  const { rows } = await course.db.pool.query<Row>(
    'select history, sha256, events, archived_at from archive where process_id = $1',
    [process],
  );
  return rows[0] === undefined ? fromServer(course, process) : fromArchive(rows[0]);
}

async function fromArchive({ history, sha256, events, archived_at: archivedAt }: Row): Promise<Witness> {
  const text = await unpacked(history);
  const actual = createHash('sha256').update(text).digest('hex');
  return { source: 'archive', events: eventsIn(text), kept: { sha256, actual, events, archivedAt } };
}

/** Nothing where the archive is no archive any more: its digest then tells. */
async function unpacked(history: Buffer): Promise<string> {
  try {
    return (await promisify(gunzip)(history)).toString();
  } catch {
    return '';
  }
}

function eventsIn(text: string): TemporalEvent[] {
  try {
    return TemporalHistory.parse(JSON.parse(text)).events;
  } catch {
    return []; // spoilt: the digest and the number of events tell
  }
}

async function fromServer({ client }: Course, process: string): Promise<Witness> {
  try {
    const handle = client.workflow.getHandle(workflowId(process));
    const history = await client.connection.withDeadline(Date.now() + PATIENCE, () => handle.fetchHistory());
    return { source: 'server', events: eventsIn(historyToJSON(history)) };
  } catch (error) {
    return { source: error instanceof WorkflowNotFoundError ? 'gone' : 'away', events: [] };
  }
}
