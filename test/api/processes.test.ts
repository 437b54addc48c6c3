import { beforeAll, afterAll, describe, expect, it } from '@jest/globals';
import { openPeriod } from '../../prisma/open-period.ts';
import { COMMUNITY, ESTATE } from '../prisma/small-town.ts';
import { openTrialWorks } from '../processes/trial/works.ts';
import type { TrialWorks } from '../processes/trial/works.ts';
import { visitor } from './visitor.ts';
import type { Json, Visitor } from './visitor.ts';

let works: TrialWorks;
let community: Visitor;
let deputy: Visitor;
let resident: Visitor;
let stranger: Visitor;

const LIST = '/api/v1/processes';
const en = { 'accept-language': 'en' };

beforeAll(async () => {
  works = await openTrialWorks();
  community = await works.as('community', en);
  deputy = await works.as('deputy', en);
  resident = await works.as('resident', en);
  stranger = visitor(works.app, en);
}, 120_000);
afterAll(() => works.close());

const names = (list: { name: string }[]) => list.map(({ name }) => name);

/** A planting that the community has called for. */
async function called(words = '校门口缺树荫'): Promise<Json> {
  return works.does(community, LIST, 'callTrial', { place: ESTATE, words });
}

const tree = { words: '一棵槐树', contact: '13900000000' };

describe('a process that nobody outside its folder knows by name', () => {
  it('is begun by whoever may, through the form in the list of its kind', async () => {
    const { actions } = (await community.get(`${LIST}?process=trial`)).body;
    expect(names(actions)).toEqual(['callTrial', 'plantToday']);
    expect(actions[0]).toMatchObject({ title: 'Call for planting', process: 'trial', method: 'POST' });
    expect(actions[0].input.properties.place.oneOf.map((one: Json) => one.const)).toEqual([
      COMMUNITY,
      ESTATE,
    ]);
    const { id, href, status } = await called();
    expect([href, status]).toEqual([`${LIST}/${id}`, 'open']);
    const { body } = await community.get(href);
    expect(body).toMatchObject({
      process: { value: 'trial', title: 'Planting trees' },
      label: 'Planting, 春天',
      status: 'open',
      step: { value: 'call', title: '1 Call' },
      place: { value: ESTATE, title: 'Anda Community · Anda Estate' },
      facts: { words: '校门口缺树荫' },
      isOverdue: false,
    });
    expect(body.number).toMatch(/^TR150602001\d{4}-000001$/);
    expect(body.tasks.map((task: Json) => task.kind)).toEqual(['watch', 'prepare']);
    expect(body.dueAt).toBe(body.tasks[1].dueAt);
    const { items } = (await community.get(`${LIST}?process=trial&place=${COMMUNITY}&sort=due&late=false`))
      .body;
    expect(items.map((one: Json) => one.id)).toContain(id);
  });

  it('is begun once for one key, and once where it may only be once', async () => {
    const door = `${LIST}/trial/entrances/plantToday`;
    const key = { 'idempotency-key': 'the-same-key-again' };
    const first = await community.post(door, { place: ESTATE }, key);
    expect(first.status).toBe(201);
    expect((await community.post(door, { place: ESTATE }, key)).body.id).toBe(first.body.id);
    expect((await community.post(door, { place: COMMUNITY }, key)).status).toBe(422);
    expect((await community.post(door, { place: ESTATE })).body.id).toBe(first.body.id);
    expect((await community.post(door, { place: COMMUNITY })).body.id).not.toBe(first.body.id);
  });

  it.each<[string, () => Visitor | Promise<Visitor>, string, object, number, string]>([
    ['no such process', () => community, 'nothing/entrances/callTrial', {}, 404, 'not-found'],
    ['a word of the language', () => community, 'constructor/entrances/callTrial', {}, 404, 'not-found'],
    ['no such entrance', () => community, 'trial/entrances/nothing', {}, 404, 'not-found'],
    ['a form that is not filled in', () => community, 'trial/entrances/callTrial', {}, 400, 'malformed'],
    [
      'somebody who may not',
      () => resident,
      'trial/entrances/callTrial',
      { place: ESTATE, words: 'x' },
      403,
      'not-performer',
    ],
    [
      'a place out of reach',
      () => community,
      'trial/entrances/callTrial',
      { place: '150602', words: 'x' },
      422,
      'not-offered',
    ],
    [
      'a town that does not run it',
      () => community,
      'whistle/entrances/blowWhistle',
      {},
      409,
      'process-not-run',
    ],
  ])('is not begun by way of %s', async (_what, who, path, input, status, code) => {
    const visitorAt = await who();
    const { body, status: given } = await visitorAt.post(`${LIST}/${path}`, input);
    expect([given, body.type]).toEqual([status, `/problems/${code}`]);
  });

  it('wants a key, as everything that creates', async () => {
    const { status } = await community.post(
      `${LIST}/trial/entrances/callTrial`,
      {},
      { 'idempotency-key': '' },
    );
    expect(status).toBe(400);
  });

  it('is acted on, with its things and tasks, by following actions only', async () => {
    const { href, id } = await called();
    await works.does(resident, href, 'signUp', tree);
    await works.does(stranger, href, 'signUp', { ...tree, words: '一棵松树' });
    const { items, actions, names: called2 } = (await community.get(href)).body;
    expect(items.map((one: Json) => [one.number, one.status, one.kind.title, one.facts.words])).toEqual([
      [null, 'open', 'Tree', '一棵槐树'],
      [null, 'open', 'Tree', '一棵松树'],
    ]);
    expect(items[0]).toMatchObject({ person: { title: 'resident' }, facts: { contact: '13900000000' } });
    expect(called2[items[0].person.value]).toBe('resident');
    expect(actions.filter(({ item }: Json) => item === `${id}.i2`).map(({ name }: Json) => name)).toEqual([
      'strikeTree',
      'reportTree',
    ]);
    await works.does(community, `/api/v1/items/${id}.i2`, 'strikeTree', { grounds: '没有地方' });
    expect((await community.get(`/api/v1/items/${id}.i2`)).body).toMatchObject({
      status: 'closed',
      ending: 'struck',
      actions: [],
    });
    const task = (await community.get(`/api/v1/tasks?show=all`)).body.items.find(
      (one: Json) => one.process.id === id,
    );
    expect(task).toMatchObject({
      ...{ title: 'Prepare the planting', matter: null },
      process: {
        href,
        label: 'Planting, 春天',
        process: { title: 'Planting trees' },
        place: { title: 'Anda Community · Anda Estate' },
      },
    });
    const shown = (await community.get(task.href)).body;
    expect([shown.process, shown.matter, names(shown.actions)]).toEqual([
      href,
      null,
      expect.arrayContaining(['endPlanting']),
    ]);
    const finest = shown.actions.find(({ name }: Json) => name === 'endPlanting').input.properties.finest;
    expect(finest.oneOf[0]).toEqual({ const: 'i1', title: 'Tree 一棵槐树' });
    await works.does(community, task.href, 'endPlanting', { finest: 'i1' });
    const mine = (await resident.get('/api/v1/tasks')).body.items.find((one: Json) => one.process.id === id);
    const done = await works.does(resident, mine.href, 'tellHow', { how: 'well' });
    expect([done.process, done.matter, done.status]).toEqual([href, null, 'accepted']);
    expect((await resident.get(done.command)).body).toMatchObject({
      process: href,
      matter: null,
      status: 'accepted',
    });
    expect((await community.get(href)).body).toMatchObject({ status: 'closed', ending: 'planted' });
    const history = (await community.get(`${href}/history`)).body;
    expect(history.items.at(-1).type).toBe('closed');
    expect(history.items.find((one: Json) => one.type === 'itemAdded').event.facts.words).toBe('一棵槐树');
    const clocks = (await community.get(`${href}/deadlines`)).body.items;
    expect(clocks.map((one: Json) => [one.title, one.term])).toEqual([
      ['Prepare the planting', '2wd-eod'],
      ['Say how it was', '1wd-eod'],
    ]);
  });

  it('lists its things over all processes, to whoever may see each', async () => {
    const { href, id } = await called();
    await works.does(resident, href, 'signUp', tree);
    const mineOf = async (who: Visitor) =>
      (await who.get(`/api/v1/items?process=${id}&kind=tree&status=open&place=${COMMUNITY}`)).body;
    const { items } = await mineOf(community);
    expect(items).toEqual([
      expect.objectContaining({ process: expect.objectContaining({ href }), status: 'open' }),
    ]);
    expect((await mineOf(resident)).items[0]).toMatchObject({
      facts: { words: '一棵槐树' },
      person: { title: 'resident' },
    });
    expect((await mineOf(await works.as('housing'))).items).toEqual([]);
    expect((await works.as('housing').then((who) => who.get(`/api/v1/items/${id}.i1`))).status).toBe(403);
    expect((await stranger.get('/api/v1/items')).status).toBe(401);
  });

  it('is the deputy’s where a task asks for one', async () => {
    const { href, id } = await called();
    const task = (await deputy.get('/api/v1/tasks')).body.items.find((one: Json) => one.process.id === id);
    await works.does(deputy, task.href, 'sawPlanting');
    expect((await deputy.get(href)).body.facts.words).toBe('校门口缺树荫');
  });

  it('begins another one, and both know of each other', async () => {
    const { href, id } = await called();
    await works.does(resident, href, 'signUp', tree);
    await works.does(community, `/api/v1/items/${id}.i1`, 'reportTree');
    const child = await works.until(async () =>
      (await community.get(href)).body.children.find((one: Json) => one.status === 'open'),
    );
    expect(child).toMatchObject({
      process: { value: 'six-step' },
      item: `${id}.i1`,
      href: `/api/v1/matters/${child.id}`,
    });
    const matter = (await community.get(child.href)).body;
    expect(matter.words).toBe('一棵槐树');
    expect(matter.parent).toMatchObject({ id, href, label: 'Planting, 春天' });
  });
});

describe('its lists and letters', () => {
  it('are printed and taken away in the usual forms', async () => {
    const { href } = await called();
    await works.does(resident, href, 'signUp', tree);
    const { lists } = (await community.get(href)).body.links;
    expect(lists).toEqual([{ name: 'trees', title: 'List of trees', href: `${href}/lists/trees` }]);
    const { body } = await community.get(lists[0].href);
    expect(body.columns.map((one: Json) => one.title)).toEqual([
      'Tree',
      'Who',
      'Where',
      'Signed up on',
      'State',
    ]);
    expect(body.rows[0]).toMatchObject({
      tree: '一棵槐树',
      who: 'resident',
      where: 'Anda Community · Anda Estate',
      state: 'to be planted',
    });
    for (const [format, type, mark] of [
      ['xlsx', /spreadsheetml/, 'PK'],
      ['pdf', /application\/pdf/, '%PDF'],
      ['csv', /text\/csv/, '\uFEFFTree'],
    ] as const) {
      const file = await community.get(`${lists[0].href}?format=${format}`);
      expect([file.status, file.headers['content-type']]).toEqual([200, expect.stringMatching(type)]);
      expect(String(file.body).startsWith(mark)).toBe(true);
    }
    expect((await community.get(`${href}/lists/nothing`)).status).toBe(404);
    expect((await stranger.get(lists[0].href)).status).toBe(401);
  });

  it('have a number of their own, and a page', async () => {
    const { href, id } = await called();
    await works.does(community, href, 'askTools', { unit: works.ids.units.get('housing') });
    const letter = (await community.get(`/api/v1/items/${id}.i1`)).body;
    expect(letter.number).toMatch(/^督〔\d{4}〕1号$/);
    expect(letter.unit.title).toBe('housing');
    const { status, headers, body } = await community.get(letter.links.letter);
    expect([status, headers['content-type'], String(body).slice(0, 4)]).toEqual([
      200,
      'application/pdf',
      '%PDF',
    ]);
    await works.does(resident, href, 'signUp', tree);
    const addressee = await works.as('housing.head');
    const theirs = (await addressee.get(href)).body;
    expect(theirs.items.map((one: Json) => one.kind.value)).toEqual(['letter']);
    expect(JSON.stringify(theirs)).not.toContain('一棵槐树');
    expect((await addressee.get(letter.links.letter)).status).toBe(200);
  });
});

describe('what a stranger sees', () => {
  it('of a process that is open to all: what is published, and nobody’s words', async () => {
    const { href } = await called('谁也不能看的话');
    await works.does(resident, href, 'signUp', tree);
    const { body, status } = await stranger.get(href);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      label: 'Planting, 春天',
      facts: { title: '春天' },
      items: [],
      tasks: [],
      requests: [],
    });
    expect(names(body.actions)).toEqual(['signUp']);
    expect(JSON.stringify(body)).not.toMatch(/谁也不能看的话|一棵槐树|13900000000|resident/);
    expect((await stranger.get(`${LIST}?process=trial`)).body.items.length).toBeGreaterThan(0);
    for (const more of ['/history', '/deadlines', '/lists/trees', '/choices/trees'])
      expect((await stranger.get(`${href}${more}`)).status).toBe(401);
  });

  it('of what he did himself under the same key: the same answer', async () => {
    const { href } = await called();
    const key = { 'idempotency-key': 'a-stranger-signs-up' };
    const act = `${href}/acts/signUp`;
    const first = await stranger.post(act, tree, key);
    expect((await stranger.post(act, tree, key)).body).toEqual(first.body);
    expect((await community.get(href)).body.items).toHaveLength(1);
    expect((await stranger.post(act, { ...tree, words: 'x' }, key)).status).toBe(422);
  });

  it('sees his own where he is signed in, and nobody else’s', async () => {
    const { href, id } = await called();
    await works.does(resident, href, 'signUp', tree);
    await works.does(stranger, href, 'signUp', { ...tree, words: '别人的树' });
    const { body } = await resident.get(href);
    expect(body.items.map((one: Json) => [one.id, one.facts.words])).toEqual([[`${id}.i1`, '一棵槐树']]);
    expect(JSON.stringify(body)).not.toContain('别人的树');
  });
});

describe('a process with a rhythm', () => {
  it('begins by itself, once in a period', async () => {
    const now = new Date();
    const wish = { process: 'trial', place: COMMUNITY, at: now.toISOString() };
    const first = await openPeriod(works.db, wish, now);
    expect(await openPeriod(works.db, wish, now)).toEqual(first);
    const id = first.kind === 'filed' ? first.id : '';
    const body = await works.until(async () => {
      const seen = await community.get(`${LIST}/${id}`);
      return seen.body.status === 'open' ? seen.body : undefined;
    });
    expect(body.label).toMatch(/^Planting, \d{4}-?Q[1-4]/i);
  });
});
