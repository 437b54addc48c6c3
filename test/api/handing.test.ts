import { ESTATE } from '../prisma/small-town.ts';
import { openWorks } from './works.ts';
import type { Works } from './works.ts';
import { visitor } from './visitor.ts';
import type { Json, Visitor } from './visitor.ts';

let works: Works;
let head: Visitor;
let clerk: Visitor;

beforeAll(async () => {
  works = await openWorks();
  [head, clerk] = await Promise.all([works.as('housing.head'), works.as('housing')]);
});
afterAll(() => works.close());

const person = (account: string) => works.ids.people.get(account) ?? '';

/** A matter that the housing department has in hand; its task. */
async function toHousing(): Promise<{ id: string; task: string }> {
  const report = { kind: 'housing.lift', place: ESTATE.split('/').at(-1), words: 'x' };
  const { id } = (await visitor(works.app).post('/api/v1/matters', report)).body;
  await works.begun(id);
  const dispatcher = await works.as('community');
  const lead = works.ids.units.get('housing');
  await works.does(dispatcher, id, 'acceptMatter', {
    ...{ importance: 3, urgency: 3, size: 'small', lead, mode: 'team' },
  });
  await works.does(dispatcher, id, 'registerMatter');
  const { tasks } = (await head.get(`/api/v1/matters/${id}`)).body;
  return { id, task: tasks.find(({ kind }: Json) => kind === 'handle').id };
}

const assigning = async (who: Visitor, task: string): Promise<Json> =>
  (await who.get(`/api/v1/tasks/${task}`)).body.actions.find(({ name }: Json) => name === 'assignTask');
const inBox = async (who: Visitor, box: string, task: string): Promise<boolean> =>
  (await who.get(`/api/v1/tasks?box=${box}&limit=200`)).body.items.some(({ id }: Json) => id === task);
const told = async (who: Visitor, task: string): Promise<Json[]> =>
  (await who.get('/api/v1/notices?limit=50')).body.items.filter((one: Json) => one.task === task);

describe('a task is handed on', () => {
  it('by the head, to who may do it: found in 在办, told of, and written down with who gave it', async () => {
    const { id, task } = await toHousing();
    expect(await assigning(clerk, task)).toBeUndefined();
    const { href, input } = await assigning(head, task);
    const offered = input.properties.person.oneOf;
    expect(offered.map((one: Json) => one.const).sort()).toEqual(
      [person('housing'), person('housing.head')].sort(),
    );
    expect(offered.map(({ title }: Json) => title)).toContain('housing（在办 0 件）');
    const given = await head.post(href, { person: person('housing'), words: '今天上门看看' });
    expect(given.status).toBe(200);
    expect([await inBox(clerk, 'doing', task), await inBox(clerk, 'todo', task)]).toEqual([true, false]);
    const [notice] = await told(clerk, task);
    expect(notice).toMatchObject({ template: 'assigned', facts: { words: '今天上门看看', kind: 'handle' } });
    const shown = (await clerk.get(`/api/v1/tasks/${task}`)).body;
    expect(shown).toMatchObject({ heldBy: { title: 'housing' }, givenBy: { title: 'housing.head' } });
    const inHand = (await clerk.get('/api/v1/tasks?box=doing&limit=200')).body;
    expect(inHand.items.find(({ id }: Json) => id === task)).toMatchObject({
      ...{ isMine: true, givenBy: { title: 'housing.head' }, askedOf: null },
    });
    const { items, names } = (await clerk.get(`/api/v1/matters/${id}/history`)).body;
    expect(items.at(-1)).toMatchObject({
      type: 'taskAssigned',
      by: { person: { title: 'housing.head' } },
      event: { to: person('housing'), words: '今天上门看看' },
    });
    expect(names[person('housing')]).toBe('housing');
    const auditor = await works.as('auditor', { 'accept-language': 'en' });
    const course = (await auditor.get(`/api/v1/audits/${id}/course?limit=200`)).body.items;
    expect(course.map(({ sentence }: Json) => sentence)).toContain('“Handle” handed to housing');
  });

  it('by its holder to a colleague, and back by the head: each is told what came and what went', async () => {
    const { task } = await toHousing();
    await clerk.post(`/api/v1/tasks/${task}/acts/claimTask`, {});
    const { href } = await assigning(clerk, task);
    expect((await clerk.post(href, { person: person('housing.head') })).status).toBe(200);
    expect(await assigning(clerk, task)).toBeUndefined();
    expect((await told(head, task)).map(({ template }) => template)).toEqual(['assigned']);
    expect(await told(clerk, task)).toEqual([]);
    await head.post(href, { person: person('housing') });
    await head.post(href, { person: person('housing.head') });
    expect((await told(clerk, task)).map(({ template }) => template)).toEqual(['takenOver', 'assigned']);
  });

  it('to nobody else: told at the field, and by nobody who neither leads nor holds', async () => {
    const { task } = await toHousing();
    const { href } = await assigning(head, task);
    for (const stranger of [person('transport'), person('resident'), task.slice(0, 36)]) {
      const { status, body } = await head.post(href, { person: stranger });
      expect([status, body.type]).toEqual([422, '/problems/not-offered']);
      expect(body.errors).toEqual([{ pointer: '#/person', detail: expect.any(String) }]);
    }
    expect((await clerk.post(href, { person: person('housing') })).body.type).toBe(
      '/problems/not-head-or-holder',
    );
    const { items } = (await head.get(`/api/v1/tasks/${task}/colleagues`)).body;
    expect(items).toHaveLength(2);
    const resident = await works.as('resident');
    expect((await resident.get(`/api/v1/tasks/${task}/colleagues`)).status).toBe(403);
  });
});

describe('the head of a unit', () => {
  const colleague = async (who: Visitor, account: string): Promise<Json> =>
    (await who.get('/api/v1/colleagues')).body.items.find(({ value }: Json) => value === person(account));
  const between = { from: '2026-01-01T00:00:00+08:00', until: '2126-01-01T00:00:00+08:00' };

  it('sees its people, and sets one away and back: B acts meanwhile, and who said so is known', async () => {
    const leader = await works.as('community.head');
    const [a, b] = await Promise.all(['community', 'community.b'].map((account) => works.as(account)));
    const before = await colleague(leader, 'community');
    expect(before).toMatchObject({ title: 'community', away: null, inHand: 0, late: 0 });
    expect(before.posts).toEqual([{ role: 'community', rank: 'A', isHead: false, unit: 'community' }]);
    const [setAway] = before.actions;
    expect((await leader.post(setAway.href, { ...between, until: between.from })).status).toBe(422);
    expect((await leader.post(setAway.href, between)).status).toBe(201);
    expect((await a?.get('/api/v1/sessions/current'))?.body.away).toMatchObject({ by: 'community.head' });
    const [mine] = (await a?.get('/api/v1/absences'))?.body.items ?? [];
    expect(mine).toMatchObject({ by: 'community.head', until: expect.stringContaining('2126-01-01') });
    expect((await b?.get('/api/v1/sessions/current'))?.body.away).toBeNull();
    const after = await colleague(leader, 'community');
    expect(after).toMatchObject({ away: { isNow: true, by: 'community.head' } });
    const { items } = (await (await works.as('auditor')).get('/api/v1/records')).body;
    expect(items[0]).toMatchObject({ by: { title: 'community.head' }, act: { value: 'setAway' } });
    await leader.post(after.actions[0].href, {});
    expect((await a?.get('/api/v1/sessions/current'))?.body.away).toBeNull();
  });

  it('of another unit may not, nor a clerk, nor about himself', async () => {
    const leader = await works.as('community.head');
    const away = (account: string) => `/api/v1/colleagues/${person(account)}/away`;
    expect((await leader.post(away('housing'), between)).status).toBe(403);
    expect((await leader.post(away('community.head'), between)).status).toBe(403);
    expect((await clerk.post(away('housing.head'), between)).status).toBe(403);
    expect((await clerk.get('/api/v1/colleagues')).body.items).toEqual([]);
    expect((await (await works.as('resident')).get('/api/v1/colleagues')).status).toBe(403);
    expect((await (await works.as('auditor')).get('/api/v1/colleagues')).status).toBe(403);
  });
});
