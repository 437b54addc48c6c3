import { Worker } from '@temporalio/worker';
import { entriesOf } from '../../prisma/journal.ts';
import { workflowBundle } from '../setup/bundle.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { cast, openAsker, startCourse, triage } from './course.ts';
import type { Asker, Course } from './course.ts';
import { openPostOffice } from './post-office.ts';
import type { PostOffice } from './post-office.ts';
import { databaseBehind, temporalBehind } from './proxy.ts';
import type { Proxy } from './proxy.ts';
import { openingOf, openTown } from './town.ts';
import type { Town } from './town.ts';
import { eventually } from './eventually.ts';
import { startWorker } from './worker.ts';
import type { Running } from './worker.ts';

let town: Town;
let asker: Asker;
let office: PostOffice;
let database: { url: string; proxy: Proxy };
let temporal: Proxy;
let worker: Running;

beforeAll(async () => {
  [town, asker, office] = await Promise.all([openTown(), openAsker(), openPostOffice()]);
  database = await databaseBehind(town.url);
  temporal = await temporalBehind(await temporalAddress());
  worker = await startWorker(town, {
    ...{ DATABASE_URL: database.url, TEMPORAL_ADDRESS: temporal.host, TEMPORAL_NAMESPACE: asker.namespace },
    MINQING_SMTP_URL: office.url,
  });
});
afterAll(async () => {
  await worker.stop();
  await Promise.all([asker.close(), office.close(), database.proxy.close(), temporal.close()]);
  await town.close();
});

/** A matter whose first task is late two seconds after it was opened, by day and by night. */
async function begin(): Promise<{ id: string; course: Course }> {
  const { id } = await town.takeIn();
  const { policy } = await openingOf(town, id);
  const terms = { ...policy.terms, analyse: '2s' };
  const opening = await openingOf(town, id, { terms, notices: { from: '00:00', until: '24:00' } });
  return { id, course: await startCourse(asker, town, opening) };
}

const journalOf = (id: string) => entriesOf(town.db.pool, id);

const rungsOf = async (id: string) =>
  (await journalOf(id)).flatMap(({ event }) => (event.type === 'rungReached' ? [event.rung] : []));

/** How often the activity that is under way has been tried. */
async function attempts({ client, namespace }: Asker, workflowId: string): Promise<number> {
  const { pendingActivities } = await client.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId },
  });
  return pendingActivities?.[0]?.attempt ?? 0;
}

async function replays(course: Course, id: string): Promise<void> {
  await Worker.runReplayHistory(
    { workflowBundle: await workflowBundle() },
    await course.handle.fetchHistory(),
    id,
  );
}

describe('while PostgreSQL is away', () => {
  it('a rung is struck in time, recorded when the database is back, and told; nothing is lost or doubled', async () => {
    database.proxy.cut();
    const { id, course } = await begin();
    await eventually(async () => ((await attempts(asker, id)) > 2 ? true : undefined));
    expect(await rungsOf(id)).toEqual([]);
    database.proxy.mend();
    await eventually(async () => ((await rungsOf(id)).includes('yellow') ? true : undefined));
    await eventually(() => office.arrived.find(({ subject }) => subject.startsWith('黄牌：')));
    await course.act('acceptMatter', cast(town, id).clerk, 't1', { ...triage, lead: town.ids.office });
    const entries = await journalOf(id);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_entry, i) => i + 1));
    expect(new Set(await rungsOf(id)).size).toBe((await rungsOf(id)).length);
    await replays(course, id);
  });

  it('an act that was recorded by the API meanwhile carries the rung, and the activity finds it there', async () => {
    database.proxy.cut();
    const { id, course } = await begin();
    await eventually(async () => ((await attempts(asker, id)) > 1 ? true : undefined));
    await course.act('acceptMatter', cast(town, id).clerk, 't1', { ...triage, lead: town.ids.office });
    expect(await rungsOf(id)).not.toEqual([]);
    database.proxy.mend();
    await eventually(async () => ((await attempts(asker, id)) === 0 ? true : undefined));
    const entries = await journalOf(id);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_entry, i) => i + 1));
    await replays(course, id);
  });

  it('what Temporal keeps of the failures is their names', async () => {
    database.proxy.cut();
    const { id, course } = await begin();
    await eventually(async () => ((await attempts(asker, id)) > 1 ? true : undefined));
    database.proxy.mend();
    await eventually(async () => ((await rungsOf(id)).length > 0 ? true : undefined));
    await eventually(async () => ((await attempts(asker, id)) === 0 ? true : undefined));
    const { events } = await course.handle.fetchHistory();
    const failures = (events ?? []).flatMap(
      ({ activityTaskStartedEventAttributes: started }) => started?.lastFailure ?? [],
    );
    expect(failures).toMatchObject([{ message: 'DatabaseAway', cause: null }]);
  });
});

describe('while Temporal is away', () => {
  it('notices go out, and processes go on when it is back', async () => {
    const { id } = await begin();
    await eventually(async () => ((await rungsOf(id)).includes('yellow') ? true : undefined));
    temporal.cut();
    office.arrived.length = 0;
    await town.db.pool.query(
      `update notice set delivered_at = null where process_id = $1 and channel = 'email'`,
      [id],
    );
    await town.db.pool.query(
      `update outbox set done_at = null, due_at = now() where process_id = $1 and lane = 'notice'`,
      [id],
    );
    await eventually(() => office.arrived[0]);
    temporal.mend();
    const later = await begin();
    await eventually(async () => ((await rungsOf(later.id)).includes('yellow') ? true : undefined));
  });
});
