import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { NativeConnection, Worker } from '@temporalio/worker';
import pino from 'pino';
import { archiving } from '../../apps/worker/archive/archiving.ts';
import { Lane } from '../../apps/worker/outbox/lane.ts';
import { canonical } from '../../prisma/canonical.ts';
import { entriesOf } from '../../prisma/journal.ts';
import { Shipment } from '../../workflows/process/contract.ts';
import { workflowBundle } from '../setup/bundle.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { carry, cast, openAsker, startCourse } from './course.ts';
import type { Asker } from './course.ts';
import { openingOf, openTown } from './town.ts';
import type { Town } from './town.ts';
import { eventually } from './eventually.ts';
import { startWorker } from './worker.ts';
import type { Running } from './worker.ts';

let town: Town;
let asker: Asker;
let worker: Running;

beforeAll(async () => {
  [town, asker] = await Promise.all([openTown(), openAsker()]);
  worker = await startWorker(town, { TEMPORAL_NAMESPACE: asker.namespace });
});
afterAll(async () => {
  await worker.stop();
  await asker.close();
  await town.close();
});

type Row = { run_id: string; events: number; history: Buffer; sha256: string };

const archiveOf = async (id: string): Promise<Row | undefined> =>
  (await town.db.pool.query<Row>('select * from archive where process_id = $1', [id])).rows[0];

const errandOf = async (id: string) =>
  (await town.db.pool.query('select * from outbox where id = $1', [`archive:${id}`])).rows[0];

const start = async () => {
  const { id } = await town.takeIn();
  return { id, course: await startCourse(asker, town, await openingOf(town, id)) };
};

describe('a matter that went through the six steps', () => {
  it('is archived with its whole history, which has the hash that stands beside it and replays', async () => {
    const { id, course } = await start();
    await carry(course, town, id);
    const row = await eventually(() => archiveOf(id));
    const text = gunzipSync(row.history).toString();
    expect(createHash('sha256').update(text).digest('hex')).toBe(row.sha256);
    expect(text).toBe(canonical(JSON.parse(text)));
    const history = JSON.parse(text);
    expect(history.events).toHaveLength(row.events);
    expect(history.events.at(-1).eventType).toBe('EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED');
    expect((await course.handle.describe()).runId).toBe(row.run_id);
    await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, id);
    await eventually(async () => (await errandOf(id)).done_at ?? undefined);
  });

  it('has nothing in its history that somebody said', async () => {
    const { id, course } = await start();
    const { supervisor } = cast(town, id);
    await course.act('cancelProcess', supervisor, undefined, { grounds: 'w:0' });
    const row = await eventually(() => archiveOf(id));
    const history = JSON.parse(gunzipSync(row.history).toString());
    const payloads = JSON.stringify(history).match(/"data":"([^"]+)"/g) ?? [];
    const said = payloads.map((data) => Buffer.from(data.slice(8, -1), 'base64').toString()).join('\n');
    expect(said).toContain(id);
    expect(said).not.toContain('路灯');
    expect(said).not.toContain('town.example');
  });
});

describe('the archive', () => {
  it('waits until Temporal has closed the process, and is written once', async () => {
    const connection = await NativeConnection.connect({ address: await temporalAddress() });
    const temporal = { client: asker.client, connection };
    const lane = new Lane(town.db, archiving(town.db, temporal), pino({ level: 'silent' }));
    const { id, course } = await start();
    await town.db.pool.query(
      `insert into outbox (id, lane, process_id, payload) values ($1, 'archive', $2, '{}') on conflict do nothing`,
      [`archive:${id}`, id],
    );
    await eventually(async () => ((await errandOf(id)).error === 'NotClosed' ? true : undefined));
    expect(await archiveOf(id)).toBeUndefined();
    await course.act('cancelProcess', cast(town, id).supervisor, undefined, { grounds: 'w:0' });
    const first = await eventually(() => archiveOf(id));
    await eventually(async () => (await errandOf(id)).done_at ?? undefined);
    await town.db.pool.query(`update outbox set done_at = null, due_at = now() where id = $1`, [
      `archive:${id}`,
    ]);
    await lane.workOff();
    await eventually(async () => (await errandOf(id)).done_at ?? undefined);
    expect(await archiveOf(id)).toEqual(first);
    await connection.close();
  });

  it('holds what the clock shipped, entry for entry as the journal has it', async () => {
    const { id } = await town.takeIn();
    const terms = { ...(await openingOf(town, id)).policy.terms, analyse: '2s' };
    const notices = { from: '00:00', until: '24:00' };
    const course = await startCourse(asker, town, await openingOf(town, id, { terms, notices }));
    const journal = () => entriesOf(town.db.pool, id);
    await eventually(async () =>
      (await journal()).some(({ event }) => event.type === 'rungReached') ? true : undefined,
    );
    await course.act('cancelProcess', cast(town, id).supervisor, undefined, { grounds: 'w:0' });
    const row = await eventually(() => archiveOf(id));
    const { events } = historyFromJSON(JSON.parse(gunzipSync(row.history).toString()));
    const payloads = (events ?? []).flatMap(
      (event) => event.activityTaskScheduledEventAttributes?.input?.payloads ?? [],
    );
    const shipped = payloads.flatMap(
      (payload) => Shipment.parse(defaultPayloadConverter.fromPayload(payload)).entries,
    );
    const recorded = await journal();
    expect(shipped.length).toBeGreaterThan(0);
    expect(shipped).toEqual(recorded.filter(({ seq }) => shipped.some((entry) => entry.seq === seq)));
  });
});
