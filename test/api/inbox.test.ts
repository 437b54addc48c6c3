import { newId } from '../../prisma/id.ts';
import { COMMUNITY, DISTRICT, SUBDISTRICT } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';
import type { Json, Visitor } from './visitor.ts';

let house: House;
let clerk: Visitor;
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);

/** What the read model holds of one task: whoever works at the community is asked, unless said otherwise. */
type Line = { due?: number; heldBy?: string; doneBy?: string; done?: number; unit?: string };

async function process(): Promise<string> {
  const place = COMMUNITY.split('/').at(-1);
  const report = { kind: 'housing.lift', place, words: 'a lift' };
  const { id } = (await visitor(house.app).post('/api/v1/matters', report)).body;
  const row = { id, type: 'six-step', seq: 1, state: {}, placePath: COMMUNITY, openedAt: ago(100) };
  await house.db.prisma.process.create({ data: { ...row, step: 'analyse' } });
  return id;
}

async function task({ due, heldBy, doneBy, done = 0, unit = 'community' }: Line): Promise<string> {
  const processId = await process();
  const person = (account?: string) =>
    account === undefined ? null : (house.ids.people.get(account) ?? null);
  const id = `${processId}.t1`;
  const closed =
    doneBy === undefined ? {} : { closedAt: ago(done), doneAt: ago(done), outcome: 'acceptMatter' };
  await house.db.prisma.task.create({
    data: {
      ...{ id, processId, kind: 'analyse', step: 'analyse', role: unit, placePath: COMMUNITY },
      ...{
        status: doneBy === undefined ? 'open' : 'done',
        openedAt: ago(90),
        unitId: house.ids.units.get(unit),
      },
      ...{ heldById: person(heldBy ?? doneBy), doneById: person(doneBy), ...closed },
      dueAt: due === undefined ? null : ago(-due),
    },
  });
  return id;
}

const tell = (processId: string, account: string, at: Date) =>
  house.db.prisma.notice.create({
    data: {
      ...{ id: `${processId}.${newId()}.console`, processId, personId: house.ids.people.get(account) },
      ...{ channel: 'console', template: 'x', facts: {}, notBefore: at, createdAt: at },
    },
  });

const idsIn = async (who: Visitor, query: string): Promise<string[]> =>
  (await who.get(`/api/v1/tasks?${query}`)).body.items.map(({ id }: Json) => id);

let open: Record<'late' | 'soon' | 'held' | 'theirs', string>;
let done: string[];

beforeAll(async () => {
  house = await openHouse();
  clerk = await house.as('community');
  open = {
    soon: await task({ due: 5 }),
    late: await task({ due: -5 }),
    held: await task({ due: 1, heldBy: 'community' }),
    theirs: await task({ due: 2, heldBy: 'community.head' }),
  };
  done = [
    await task({ doneBy: 'community', done: 3 }),
    await task({ doneBy: 'community', done: 1 }),
    await task({ doneBy: 'community', done: 2 }),
  ];
  await task({ doneBy: 'community.head', done: 1 });
});
afterAll(() => house.close());

describe('the boxes of a clerk', () => {
  it('hold what is to do by time left, without what a colleague has in hand', async () => {
    expect(await idsIn(clerk, 'box=todo')).toEqual([open.late, open.soon]);
    expect(await idsIn(clerk, 'box=todo&show=late')).toEqual([open.late]);
    expect(await idsIn(clerk, 'box=todo&show=others')).toEqual([open.theirs]);
    expect(await idsIn(clerk, 'box=doing')).toEqual([open.held]);
    expect(await idsIn(clerk, '')).toEqual([open.late, open.held, open.theirs, open.soon]);
  });

  it('hold what a person did, the latest first, piece by piece', async () => {
    const [third = '', first = '', second = ''] = done;
    expect(await idsIn(clerk, 'box=done')).toEqual([first, second, third]);
    const { items, nextCursor } = (await clerk.get('/api/v1/tasks?box=done&limit=2')).body;
    expect(items.map(({ id }: Json) => id)).toEqual([first, second]);
    expect(items[0]).toMatchObject({ isMine: true, isOverdue: false, at: expect.stringMatching(/\+08:00$/) });
    expect(await idsIn(clerk, `box=done&limit=2&cursor=${nextCursor}`)).toEqual([third]);
  });

  it('name the way in which it was done', async () => {
    const english = await house.as('community', { 'accept-language': 'en' });
    const [line] = (await english.get('/api/v1/tasks?box=done')).body.items;
    expect(line.outcome).toEqual({ value: 'acceptMatter', title: 'Accept' });
  });

  it('hold each process that a person was told of and has no part in, once, by the last word', async () => {
    const [first, second] = [await process(), await process()];
    await tell(first, 'community', ago(9));
    await tell(second, 'community', ago(8));
    await tell(first, 'community', ago(7));
    await tell(open.soon.split('.')[0] ?? '', 'community', ago(1));
    await tell(second, 'housing', ago(1));
    expect(await idsIn(clerk, 'box=copied')).toEqual([first, second]);
    const [line] = (await clerk.get('/api/v1/tasks?box=copied')).body.items;
    expect(line).toMatchObject({ kind: null, href: `/api/v1/matters/${first}`, heldBy: null });
  });

  it('hold what a person took in, also before it has begun', async () => {
    const report = {
      kind: 'housing.lift',
      place: COMMUNITY.split('/').at(-1),
      words: 'a lift',
      channel: 'phone',
    };
    const { status, body } = await clerk.post('/api/v1/matters', report);
    expect(status).toBe(201);
    expect(await idsIn(clerk, 'box=started')).toEqual([body.id]);
  });

  it('are counted all at once, whichever is open', async () => {
    const { counts } = (await clerk.get('/api/v1/tasks?box=todo&limit=1')).body;
    expect(counts).toMatchObject({ all: 2, late: 1, others: 1 });
    expect(counts.boxes).toEqual({ todo: 2, doing: 1, done: 3, copied: 2, started: 1 });
  });

  it('are all empty for whoever has nothing, and for an auditor', async () => {
    for (const who of [await house.as('transport'), await house.as('auditor')]) {
      const { counts } = (await who.get('/api/v1/tasks?box=todo')).body;
      expect(counts.boxes).toEqual({ todo: 0, doing: 0, done: 0, copied: 0, started: 0 });
    }
  });

  it('refuse a box that there is not', async () => {
    expect((await clerk.get('/api/v1/tasks?box=none')).status).toBe(400);
  });

  it('come in pieces however much is done, and are counted up to a thousand', async () => {
    await house.db.pool.query(
      `insert into task (id, process_id, kind, step, status, place_path, opened_at, done_at, done_by_id)
       select $1 || '.x' || n, $1::uuid, 'analyse', 'analyse', 'done', $2, now(), now() - n * interval '1 minute', $3::uuid
       from generate_series(1, 20000) n`,
      [open.soon.split('.')[0], DISTRICT, house.ids.people.get('housing')],
    );
    const { body } = await (await house.as('housing')).get('/api/v1/tasks?box=done&limit=5');
    expect([body.items.length, body.counts.boxes.done]).toEqual([5, 1_000]);
    expect(await idsIn(clerk, 'box=todo')).toEqual([open.late, open.soon]);
  });
});

describe('a view of a list', () => {
  const keep = (who: Visitor, name: string, query: string, list = 'tasks') =>
    who.post('/api/v1/views', { list, name, query });
  const views = async (who: Visitor) => (await who.get('/api/v1/views')).body.items;

  it('is kept under a name, with how many rows it has now', async () => {
    const { status, body } = await keep(clerk, '超期的', 'box=todo&show=late');
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        list: 'tasks',
        name: '超期的',
        query: 'box=todo&show=late',
        isDefault: false,
      },
    ]);
    expect(await views(clerk)).toEqual([{ ...body, count: 1 }]);
    await task({ due: -1 });
    expect(await views(clerk)).toEqual([{ ...body, count: 2 }]);
  });

  it('takes a new address under the same name, and is made once however often it is sent', async () => {
    const key = { 'idempotency-key': newId() };
    const wish = { list: 'tasks', name: '超期的', query: 'box=todo' };
    const first = await clerk.post('/api/v1/views', wish, key);
    expect((await clerk.post('/api/v1/views', wish, key)).body).toEqual(first.body);
    expect((await views(clerk)).map(({ query }: Json) => query)).toEqual(['box=todo']);
  });

  it('is renamed, made the one that opens by itself, and deleted', async () => {
    const { body } = await keep(clerk, '手上的', 'box=doing');
    const other = (await views(clerk)).find(({ id }: Json) => id !== body.id);
    const at = `/api/v1/views/${body.id}`;
    expect((await clerk.patch(at, { isDefault: true, name: '我手上的' })).body).toMatchObject({
      ...{ isDefault: true, name: '我手上的' },
    });
    expect((await clerk.patch(at, { name: other.name })).body.type).toBe('/problems/view-named');
    await clerk.patch(`/api/v1/views/${other.id}`, { isDefault: true });
    expect((await views(clerk)).map(({ isDefault }: Json) => isDefault)).toEqual([true, false]);
    expect((await clerk.del(at)).status).toBe(204);
    expect(await views(clerk)).toHaveLength(1);
  });

  it.each([
    ['matters', 'status=closed', 0],
    ['processes', '', 0],
    ['items', '', 0],
    ['cards', '', null],
    ['matters', 'late=perhaps', null],
  ])('of %s?%s counts %s', async (list, query, count) => {
    const grid = await house.as('subdistrict');
    const { body } = await keep(grid, `${list} ${query}`, query, list);
    expect((await views(grid)).find(({ id }: Json) => id === body.id).count).toBe(count);
  });

  it('is nobody else’s', async () => {
    const [{ id }] = await views(clerk);
    const other = await house.as('housing');
    expect(await views(other)).toEqual([]);
    expect((await other.patch(`/api/v1/views/${id}`, { isDefault: true })).status).toBe(403);
    expect((await other.del(`/api/v1/views/${id}`)).status).toBe(403);
    expect((await visitor(house.app).get('/api/v1/views')).status).toBe(401);
  });

  it('has no place beside twenty others', async () => {
    const many = await house.as('transport');
    for (let n = 0; n < 20; n += 1) await keep(many, `v${n}`, '');
    expect((await keep(many, 'one more', '')).body.type).toBe('/problems/view-many');
    expect((await keep(many, 'v3', 'box=done')).status).toBe(201);
  });
});

describe('the place of a line', () => {
  it('is that of the task where one wide process asks several narrower ones for the same', async () => {
    const id = await task({ due: 300 });
    const [process] = id.split('.');
    await house.db.pool.query('update process set place_path = $2 where id = $1', [process, SUBDISTRICT]);
    const { items } = (await clerk.get('/api/v1/tasks')).body;
    expect(items.find((one: Json) => one.id === id).process.place.title).toBe('安达社区');
  });
});
