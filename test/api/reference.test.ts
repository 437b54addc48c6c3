import { COMMUNITY, DISTRICT } from '../prisma/small-town.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { visitor } from './visitor.ts';
import type { Json } from './visitor.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const titles = (body: { items: { title: string }[] }) => body.items.map(({ title }) => title);
const en = { 'accept-language': 'en' };

describe('places', () => {
  it('are walked from the top down, by anybody, in both languages', async () => {
    const anybody = visitor(house.app);
    const top = (await anybody.get('/api/v1/places')).body;
    expect(top.items).toEqual([
      expect.objectContaining({
        title: '东胜区',
        code: '150602',
        level: 'district',
        parent: null,
        hasChildren: true,
      }),
    ]);
    const below = await anybody.get(`/api/v1/places?parent=${top.items[0].value}`, en);
    expect(titles(below.body)).toEqual(['Jiaotong Subdistrict']);
  });

  it('are found by a part of their name, in which nothing is special', async () => {
    const found = async (q: string) =>
      titles((await visitor(house.app).get(`/api/v1/places?q=${encodeURIComponent(q)}`)).body);
    expect(await found('安达')).toEqual(['安达社区', '安达小区']);
    expect(await found('anda est')).toEqual(['安达小区']);
    expect(await found('%')).toEqual([]);
  });

  it('come in pages without a gap', async () => {
    const seen: string[] = [];
    for (let url: string | undefined = '/api/v1/places?flat=true&limit=1'; url !== undefined;) {
      const { items, nextCursor }: Json = (await visitor(house.app).get(url)).body;
      seen.push(...items.map(({ code }: { code: string }) => code));
      url = nextCursor && `/api/v1/places?flat=true&limit=1&cursor=${nextCursor}`;
    }
    expect(seen).toEqual([...seen].sort());
    expect(seen).toHaveLength(4);
  });
});

describe('kinds, units and people', () => {
  it('kinds are there for anybody', async () => {
    const { items } = (await visitor(house.app).get('/api/v1/kinds', en)).body;
    expect(items).toContainEqual({
      value: 'housing.lift',
      title: 'Lift out of order',
      group: 'Housing',
      isComplaint: false,
    });
  });

  it('units are there for staff', async () => {
    const district = house.ids.places.get(DISTRICT);
    const { items } = (await (await house.as('grid')).get(`/api/v1/units?kind=department&place=${district}`))
      .body;
    expect(items.map(({ code }: { code: string }) => code)).toEqual(['gov', 'housing', 'transport']);
    expect((await (await house.as('resident')).get('/api/v1/units')).status).toBe(403);
  });

  it('people are shown by name and role, never with how to reach them', async () => {
    const { body } = await (
      await house.as('supervisor')
    ).get(`/api/v1/people?unit=${house.ids.units.get('housing')}`);
    expect(titles(body).sort()).toEqual(['housing', 'housing.head']);
    expect(JSON.stringify(body)).not.toMatch(/example\.invalid|password/);
    expect((await (await house.as('deputy')).get('/api/v1/people')).status).toBe(403);
  });
});

describe('an absence', () => {
  const from = '2026-01-01T00:00:00+08:00';
  const until = '2126-01-01T00:00:00+08:00';

  it('is set, shown to others, and ended by whoever is away', async () => {
    const [clerk, supervisor] = [await house.as('housing'), await house.as('supervisor')];
    const { status, body } = await clerk.post('/api/v1/absences', { from, until });
    expect([status, body.from]).toEqual([201, '2026-01-01T00:00:00.000+08:00']);
    const isAway = async () => {
      const { items } = (await supervisor.get('/api/v1/people?role=department')).body;
      return items.find(({ title }: { title: string }) => title === 'housing').isAway;
    };
    expect(await isAway()).toBe(true);
    expect((await (await house.as('transport')).del(`/api/v1/absences/${body.id}`)).status).toBe(403);
    expect((await clerk.del(`/api/v1/absences/${body.id}`)).status).toBe(204);
    expect(await isAway()).toBe(false);
    expect((await clerk.get('/api/v1/absences')).body.items).toEqual([]);
  });

  it('ends after it begins', async () => {
    const { status, body } = await (
      await house.as('housing')
    ).post('/api/v1/absences', { from: until, until: from });
    expect([status, body.type]).toEqual([422, '/problems/absence-order']);
  });

  it('names who shares the post', async () => {
    const { items } = (await (await house.as('community.b')).get('/api/v1/posts')).body;
    expect(items[0]).toMatchObject({
      rank: 'B',
      place: '安达社区',
      partners: expect.arrayContaining([expect.objectContaining({ title: 'community', rank: 'A' })]),
    });
  });
});

describe('notices', () => {
  const processId = '01900000-0000-7000-8000-000000000000';
  const notice = (id: string, account: string, notBefore = new Date(), more: object = {}) =>
    house.db.prisma.notice.create({
      data: {
        ...{ id, processId, channel: 'console', template: 'reminder' },
        ...{ facts: { step: 'handle' }, personId: house.ids.people.get(account), notBefore, ...more },
      },
    });

  it('are each person’s own, the latest first, and can be marked as read', async () => {
    await notice('n1', 'housing');
    await notice('n2', 'housing');
    await notice('n3', 'transport');
    await notice('n4', 'housing', new Date('2126-01-01'));
    const clerk = await house.as('housing');
    const { items, unread } = (await clerk.get('/api/v1/notices')).body;
    expect([items.map(({ id }: { id: string }) => id), unread]).toEqual([['n2', 'n1'], 2]);
    expect((await (await house.as('transport')).patch('/api/v1/notices/n1', { isRead: true })).status).toBe(
      403,
    );
    expect((await clerk.patch('/api/v1/notices/n1', { isRead: true })).status).toBe(204);
    expect((await clerk.get('/api/v1/notices?unread=true')).body).toMatchObject({
      items: [{ id: 'n2' }],
      unread: 1,
    });
    expect((await clerk.patch('/api/v1/notices', { isRead: true })).status).toBe(204);
    expect((await clerk.get('/api/v1/notices')).body.unread).toBe(0);
  });

  it('tell each thing once, with how it went by every channel, in local time', async () => {
    const to = house.ids.people.get('deputy');
    const at = new Date('2026-03-02T01:30:00Z');
    const mailed = { channel: 'email', failedAt: at, failure: 'noAddress' };
    await notice(`${processId}.n7.email.${to}`, 'deputy', at, mailed);
    const facts = { dueAt: '2026-03-03T09:00:00.000Z', kind: 'handle' };
    await notice(`${processId}.n7.console.${to}`, 'deputy', at, { facts, deliveredAt: at });
    await notice(`${processId}.n8.email.${to}`, 'deputy', at, { channel: 'email' });
    const deputy = await house.as('deputy');
    const { items, unread } = (await deputy.get('/api/v1/notices')).body;
    const [delivered, open] = ['2026-03-02T09:30:00.000+08:00', { deliveredAt: null, failedAt: null }];
    expect([items.length, unread]).toEqual([2, 2]);
    expect(items[0]).toMatchObject({ channel: 'email', ...open, failure: null, deliveries: [] });
    expect(items[1]).toMatchObject({
      ...{ channel: 'console', deliveredAt: delivered, failedAt: null, failure: null },
      facts: { dueAt: '2026-03-03T17:00:00.000+08:00', kind: 'handle' },
      deliveries: [{ channel: 'email', deliveredAt: null, failedAt: delivered, failure: 'noAddress' }],
    });
    await deputy.patch(`/api/v1/notices/${items[1].id}`, { isRead: true });
    expect((await deputy.get('/api/v1/notices?unread=true')).body).toMatchObject({
      items: [{ id: items[0].id }],
      unread: 1,
    });
  });

  it('come in pages without a gap', async () => {
    const everything = (await (await house.as('deputy')).get('/api/v1/notices')).body.items;
    const seen: string[] = [];
    for (let url: string | undefined = '/api/v1/notices?limit=1'; url !== undefined;) {
      const { items, nextCursor }: Json = (await (await house.as('deputy')).get(url)).body;
      seen.push(...items.map(({ id }: Json) => id));
      url = nextCursor && `/api/v1/notices?limit=1&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(everything.map(({ id }: Json) => id));
  });
});

describe('an area', () => {
  it('takes in the units of all places below it', async () => {
    const place = house.ids.places.get(COMMUNITY.split('/')[1] ?? '');
    const { items } = (await (await house.as('grid')).get(`/api/v1/units?place=${place}`)).body;
    expect(items.map(({ code }: { code: string }) => code)).toEqual(['community', 'subdistrict']);
  });
});
