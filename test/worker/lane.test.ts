import pino from 'pino';
import { Hearing } from '../../apps/worker/outbox/hearing.ts';
import { Lane } from '../../apps/worker/outbox/lane.ts';
import type { Duty } from '../../apps/worker/outbox/lane.ts';
import { openDatabase } from '../../prisma/client.ts';
import { newId } from '../../prisma/id.ts';
import { file } from '../../prisma/outbox.ts';
import { databaseBehind } from './proxy.ts';
import { openTown } from './town.ts';
import type { Town } from './town.ts';
import { eventually } from './eventually.ts';

const log = pino({ level: 'silent' });
let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

const give = (...ids: string[]) =>
  file(
    town.db.pool,
    ids.map((id) => ({ id, lane: 'notice', processId: newId(), payload: {} })),
  );

const row = async (id: string) =>
  (await town.db.pool.query('select * from outbox where id = $1', [id])).rows[0];

const finish = (id: string) => town.db.pool.query('update outbox set done_at = now() where id = $1', [id]);

const laneOf = (work: Duty['work'], changes: Partial<Duty> = {}) =>
  new Lane(town.db, { lane: 'notice', atOnce: 3, lease: 60, work, ...changes }, log);

describe('a lane', () => {
  it('does every errand, never more at once than it has hands', async () => {
    const ids = Array.from({ length: 20 }, (_none, i) => `e${i}`);
    await give(...ids);
    const seen: string[] = [];
    let inHand = 0;
    let most = 0;
    await laneOf(async ({ id }) => {
      most = Math.max(most, (inHand += 1));
      seen.push(id);
      await finish(id);
      inHand -= 1;
    }).workOff();
    expect(seen.sort()).toEqual(ids.sort());
    expect(most).toBeLessThanOrEqual(3);
  });

  it('notes a failure by its name only, tries again later, and goes on with the others', async () => {
    await give('bad', 'good');
    await laneOf(async ({ id }) => {
      if (id === 'bad') throw new TypeError('139 0000 0000 is no number');
      await finish(id);
    }).workOff();
    expect(await row('bad')).toMatchObject({ error: 'TypeError', attempts: 1, done_at: null });
    expect(await row('good')).toMatchObject({ error: null, done_at: expect.any(Date) });
  });

  it('leaves alone what another worker has in hand, and what is not due yet', async () => {
    await give('held', 'later');
    await town.db.pool.query(`update outbox set due_at = now() + interval '1 hour' where id = 'later'`);
    let release = () => undefined as void;
    const first = laneOf(async ({ id }) => {
      await new Promise<void>((resolve) => (release = resolve));
      await finish(id);
    }).workOff();
    await eventually(async () => ((await row('held')).attempts === 1 ? true : undefined));
    const seen: string[] = [];
    await laneOf(async ({ id }) => void seen.push(id)).workOff();
    expect(seen).toEqual([]);
    release();
    await first;
    expect(await row('held')).toMatchObject({ done_at: expect.any(Date), attempts: 1 });
  });

  it('is woken by what is recorded, and ends when what it holds is done', async () => {
    const stopping = new AbortController();
    let release: (() => void) | undefined;
    const lane = laneOf(async ({ id }) => {
      await new Promise<void>((resolve) => (release = resolve));
      await finish(id);
    });
    const hearing = new Hearing(town.url, log, () => lane.bell.ring());
    await hearing.begin();
    const over = lane.keepWorking(stopping.signal);
    await give('e1');
    await town.db.pool.query(`select pg_notify('minqing', '{}')`);
    await eventually(() => release);
    stopping.abort();
    release?.();
    await over;
    await hearing.end();
    expect(await row('e1')).toMatchObject({ done_at: expect.any(Date) });
  });

  it('goes on when the database was away, and hears again', async () => {
    const { url, proxy } = await databaseBehind(town.url, false);
    const db = openDatabase(url, { keys: town.keys });
    const stopping = new AbortController();
    let words = 0;
    const hearing = new Hearing(url, log, () => (words += 1));
    const lane = new Lane(
      db,
      { lane: 'notice', atOnce: 1, lease: 60, work: async ({ id }) => void (await finish(id)) },
      log,
    );
    await hearing.begin();
    const over = lane.keepWorking(stopping.signal);
    await give('e1');
    expect(words).toBe(0);
    proxy.mend();
    await eventually(async () => (await row('e1')).done_at ?? undefined);
    await eventually(() => (words > 0 ? true : undefined));
    proxy.cut();
    words = 0;
    proxy.mend();
    await eventually(() => (words > 0 ? true : undefined));
    stopping.abort();
    await over;
    await hearing.end();
    await db.close();
    await proxy.close();
  });
});
