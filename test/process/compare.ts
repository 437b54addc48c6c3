// What Temporal has made durable, against what PostgreSQL says: every entry once, none lost, doubled or changed.
import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { canonical } from '../../prisma/canonical.ts';
import type { Database } from '../../prisma/client.ts';
import { entriesOf } from '../../prisma/journal.ts';
import { Answer, PULL, Shipment } from '../../workflows/process/contract.ts';
import type { Entry } from '../../workflows/process/event.ts';
import { reduce } from '../../workflows/process/reduce.ts';
import { State } from '../../workflows/process/state.ts';
import { notReplaying } from '../replay/replay.ts';
import type { Kept } from '../replay/replay.ts';

type Sides = { readonly db: Database; readonly client: Client };

export async function processIds({ db }: Sides): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>('select id from process order by id');
  return rows.map(({ id }) => id);
}

const historyOf = ({ client }: Sides, id: string) => client.workflow.getHandle(id).fetchHistory();
type History = Awaited<ReturnType<typeof historyOf>>;

/** All entries that a process has ever handed out, in answers and shipments; the same one as often as it was. */
function handedOut({ events }: History): Entry[] {
  return (events ?? []).flatMap((event) => {
    const answer = event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success?.payloads?.[0];
    if (answer) return Answer.parse(defaultPayloadConverter.fromPayload(answer)).entries;
    const shipment = event.activityTaskScheduledEventAttributes?.input?.payloads?.[0];
    return shipment ? Shipment.parse(defaultPayloadConverter.fromPayload(shipment)).entries : [];
  });
}

/** What is wrong with the record of one process; nothing when all is well. */
async function faultsOf(sides: Sides, id: string): Promise<string[]> {
  const journal = await entriesOf(sides.db.pool, id);
  const said = new Map<number, Set<string>>();
  for (const entry of handedOut(await historyOf(sides, id))) {
    said.set(entry.seq, (said.get(entry.seq) ?? new Set()).add(canonical(entry)));
  }
  const { rows } = await sides.db.pool.query('select state from process where id = $1', [id]);
  const state = journal.reduce<State | undefined>(reduce, undefined);
  const isStateRight = canonical(State.parse(rows[0]?.state)) === canonical(State.parse(state));
  return [
    ...journal.flatMap(({ seq }, i) => (seq === i + 1 ? [] : [`entry ${i + 1} is missing, here is ${seq}`])),
    ...[...said].flatMap(([seq, versions]) =>
      versions.size === 1 ? [] : [`entry ${seq} was told in two ways`],
    ),
    ...[...said.keys()].flatMap((seq) => (seq <= journal.length ? [] : [`entry ${seq} is not recorded`])),
    ...journal.flatMap((entry) =>
      said.get(entry.seq)?.has(canonical(entry)) ? [] : [`entry ${entry.seq} was never told`],
    ),
    ...(isStateRight ? [] : ['the state is not what the journal comes to']),
  ].map((fault) => `${id}: ${fault}`);
}

/** What nobody has recorded and nobody is recording: it would wait for the next act, or for ever. */
async function unshipped({ db, client }: Sides, id: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ seq: number; ending: string | null }>(
    `select seq, state ->> 'closedAt' as ending from process where id = $1`,
    [id],
  );
  const handle = client.workflow.getHandle(id);
  if ((await handle.describe()).status.name !== 'RUNNING') {
    return rows[0]?.ending === null ? [`${id}: has ended, and the journal does not say so`] : [];
  }
  const { entries } = Answer.parse(await handle.executeUpdate(PULL, { args: [rows[0]?.seq ?? 0] }));
  return entries.map(({ seq, event }) => `${id}: entry ${seq} (${event.type}) waits for somebody to act`);
}

/** Everything on which Temporal and PostgreSQL differ, in all processes of a town. */
export async function disagreements(sides: Sides): Promise<string[]> {
  const faults: string[] = [];
  for (const id of await processIds(sides)) {
    faults.push(...(await unshipped(sides, id)), ...(await faultsOf(sides, id)));
  }
  return faults;
}

/** The processes of a town whose histories do not replay. */
export async function replayFaults(sides: Sides): Promise<string[]> {
  async function* histories(): AsyncGenerator<Kept> {
    for (const id of await processIds(sides)) yield { workflowId: id, history: await historyOf(sides, id) };
  }
  return notReplaying(histories());
}
