import { COMMUNITY, ESTATE } from '../prisma/small-town.ts';
import { openWorks } from './works.ts';
import type { Works } from './works.ts';
import { visitor } from './visitor.ts';
import type { Json, Visitor } from './visitor.ts';

let works: Works;

beforeAll(async () => {
  works = await openWorks();
});
afterAll(() => works.close());

async function reported(): Promise<string> {
  const report = { kind: 'housing.lift', place: ESTATE.split('/').at(-1), words: 'x' };
  const { body } = await visitor(works.app).post('/api/v1/matters', report);
  await works.begun(body.id);
  return body.id;
}

const offered = async (account: string, id: string) => {
  const { status, body } = await (await works.as(account)).get(`/api/v1/matters/${id}`);
  return status === 200 ? body.actions.map(({ name }: Json) => name) : [];
};

const waits = async (account: string, id: string) => {
  const { items } = (await (await works.as(account)).get('/api/v1/tasks?limit=200')).body;
  return items.some(({ matter }: Json) => matter.id === id);
};

describe('a post of two, A and B', () => {
  it('is A’s while A is there, and B’s in A’s stead while A is away: both are recorded', async () => {
    const id = await reported();
    expect([await waits('community', id), await waits('community.b', id)]).toEqual([true, false]);
    expect(await offered('community.b', id)).not.toContain('acceptMatter');
    const clerk = await works.as('community');
    const until = '2126-01-01T00:00:00+08:00';
    const absence = await clerk.post('/api/v1/absences', { from: '2026-01-01T00:00:00+08:00', until });
    expect(await waits('community.b', id)).toBe(true);
    const second = await works.as('community.b');
    await works.does(second, id, 'claimTask');
    const history = (await second.get(`/api/v1/matters/${id}/history`)).body.items;
    expect(history.at(-1)).toMatchObject({
      type: 'taskClaimed',
      by: { person: { title: 'community.b' }, inSteadOf: { title: 'community' } },
    });
    await clerk.del(`/api/v1/absences/${absence.body.id}`);
    expect(await waits('community.b', id)).toBe(false);
  });
});

describe('a task that nobody is there for', () => {
  it('goes up as soon as the last of them is away, and comes back as soon as one is there again', async () => {
    const id = await reported();
    const between = { from: '2026-01-01T00:00:00+08:00', until: '2126-01-01T00:00:00+08:00' };
    const absences: { who: Visitor; href: string }[] = [];
    for (const account of ['community', 'community.b', 'community.head']) {
      expect(await waits('subdistrict.head', id)).toBe(false);
      const who = await works.as(account);
      const { body } = await who.post('/api/v1/absences', between);
      absences.push({ who, href: `/api/v1/absences/${body.id}` });
    }
    expect(await waits('subdistrict.head', id)).toBe(true);
    for (const { who, href } of absences) await who.del(href);
    expect(await waits('subdistrict.head', id)).toBe(false);
  });

  it('goes to the head of the next higher place at once, who may do it, and only it', async () => {
    await works.db.prisma.post.updateMany({ where: { role: 'community' }, data: { endedAt: new Date() } });
    const id = await reported();
    expect(await waits('subdistrict.head', id)).toBe(true);
    expect(await offered('subdistrict', id)).not.toContain('acceptMatter');
    const lead = works.ids.units.get('housing');
    const triage = { importance: 3, urgency: 3, size: 'small', lead, mode: 'team' };
    await works.does(await works.as('subdistrict.head'), id, 'acceptMatter', triage);
    const { withoutHolder } = (await (await works.as('supervisor')).get('/api/v1/overview')).body;
    expect(withoutHolder).toBeGreaterThan(0);
    const watched = (await (await works.as('supervisor')).get('/api/v1/cards')).body;
    expect(watched.withoutHolder).toContainEqual(
      expect.objectContaining({
        task: `${id}.t2`,
        title: '登记台账',
        place: { value: COMMUNITY, title: '安达社区' },
        reason: 'vacant',
        wentTo: expect.objectContaining({ person: expect.objectContaining({ title: 'subdistrict.head' }) }),
      }),
    );
    const elsewhere = (await (await works.as('transport')).get('/api/v1/cards')).body;
    expect(elsewhere.withoutHolder).toEqual([]);
  });
});
