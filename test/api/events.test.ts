import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { ESTATE } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import type { Visitor } from './visitor.ts';
import { visitor } from './visitor.ts';

let house: House;
let address: string;

beforeAll(async () => {
  house = await openHouse();
  await house.app.listen(0, '127.0.0.1');
  const { port } = house.app.getHttpServer().address() as AddressInfo;
  address = `http://127.0.0.1:${port}/api/v1/events`;
});
afterAll(() => house.close());

/** An open console: what it has been told so far. */
async function listens(who: Visitor, headers: Record<string, string> = {}) {
  const end = new AbortController();
  const answer = await fetch(address, { headers: { ...who.headers, ...headers }, signal: end.signal });
  let text = '';
  const reading = (async () => {
    for await (const piece of answer.body ?? []) text += Buffer.from(piece).toString();
  })().catch(() => undefined);
  const until = async (pattern: RegExp) => {
    for (let i = 0; i < 200 && !pattern.test(text); i += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(text).toMatch(pattern);
  };
  const close = async () => {
    end.abort();
    await reading;
  };
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    told: () => text,
    until,
    close,
    reading,
  };
}

async function reported(): Promise<string> {
  const report = { kind: 'housing.lift', place: ESTATE.split('/').at(-1), words: 'x' };
  return (await visitor(house.app).post('/api/v1/matters', report)).body.id;
}

const tell = (word: object) => house.db.pool.query("select pg_notify('minqing', $1)", [JSON.stringify(word)]);

describe('an open console', () => {
  it('is told what went stale of what it may see, and nothing else', async () => {
    const [mine, others] = [
      await listens(await house.as('community')),
      await listens(await house.as('housing')),
    ];
    expect([mine.status, mine.type]).toEqual([200, 'text/event-stream']);
    await Promise.all([mine.until(/event: hello/), others.until(/event: hello/)]);
    const id = await reported();
    await tell({ process: id, tasks: [`${id}.t1`], people: [house.ids.people.get('housing')] });
    await mine.until(new RegExp(`event: stale\\n.*\\n?data: .*"matter:${id}"`));
    await others.until(/"notices"/);
    expect(others.told()).not.toContain(id);
    await Promise.all([mine.close(), others.close()]);
  });

  it('is told many changes at once, each once', async () => {
    const console = await listens(await house.as('supervisor'));
    await console.until(/hello/);
    const id = await reported();
    for (let i = 0; i < 20; i += 1) await tell({ process: id });
    await console.until(new RegExp(id));
    expect(console.told().match(/event: stale/g)?.length).toBeLessThan(20);
    await console.close();
  });

  it('that comes back is told that everything may be stale', async () => {
    const console = await listens(await house.as('supervisor'), { 'last-event-id': '7' });
    await console.until(/"everything"/);
    await console.close();
  });

  it('hears again after the line to the database broke, and that everything may be stale', async () => {
    const console = await listens(await house.as('supervisor'));
    await console.until(/hello/);
    const owner = new pg.Client({ connectionString: house.url });
    await owner.connect();
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'minqing events' and datname = current_database()`,
    );
    await owner.end();
    await console.until(/"everything"/);
    const id = await reported();
    await tell({ process: id });
    await console.until(new RegExp(id));
    await console.close();
  });

  it('that is a stranger’s is refused', async () => {
    expect((await listens(visitor(house.app))).status).toBe(401);
  });

  it('is closed when the API stops', async () => {
    const other = await openHouse();
    await other.app.listen(0, '127.0.0.1');
    const { port } = other.app.getHttpServer().address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events`, {
      headers: (await other.as('supervisor')).headers,
    });
    const reading = (async () => {
      for await (const _piece of answer.body ?? []);
      return 'ended';
    })();
    await other.close();
    expect(await reading).toBe('ended');
  });
});
