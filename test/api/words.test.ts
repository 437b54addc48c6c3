import { titlesOf } from '../../apps/api/matters/titles.ts';
import { namesWithin } from '../../apps/api/processes/names.ts';
import { COMMUNITY, DISTRICT, ESTATE, SUBDISTRICT } from '../prisma/small-town.ts';
import { openWorks } from './works.ts';
import type { Works } from './works.ts';
import type { Json, Visitor } from './visitor.ts';

let works: Works;
let clerk: Visitor;
const en = { 'accept-language': 'en' };

beforeAll(async () => {
  works = await openWorks();
  clerk = await works.as('community');
});
afterAll(() => works.close());

describe('a place', () => {
  it.each([
    [ESTATE, '安达社区 · 安达小区', 'Anda Community · Anda Estate'],
    [COMMUNITY, '安达社区', 'Anda Community'],
    [SUBDISTRICT, '交通街道', 'Jiaotong Subdistrict'],
    [DISTRICT, '东胜区', 'Dongsheng'],
    [`${COMMUNITY}/nowhere`, `${COMMUNITY}/nowhere`, `${COMMUNITY}/nowhere`],
  ])('%s is told from the community down, in both languages', async (path, zh, english) => {
    const told = async (language: 'zh' | 'en') =>
      (await titlesOf(works.db, language, { places: [path] })).place(path)?.title;
    expect([await told('zh'), await told('en')]).toEqual([zh, english]);
  });

  it('is told so wherever places are a plain list, and by its own name in a tree', async () => {
    const titles = async (query: string) =>
      (await clerk.get(`/api/v1/places?${query}`)).body.items.map(({ title }: Json) => title);
    expect(await titles('flat=true')).toEqual(['东胜区', '交通街道', '安达社区', '安达社区 · 安达小区']);
    expect(await titles('level=estate')).toEqual(['安达小区']);
  });
});

describe('a matter whose own term has not begun', () => {
  it('tells staff which task runs, and what is left of it in which clock; the reporter nothing of it', async () => {
    const resident = await works.as('resident', en);
    const report = { kind: 'housing.lift', place: ESTATE.split('/').at(-1), words: '电梯坏了' };
    const { id } = (await resident.post('/api/v1/matters', report)).body;
    await works.begun(id);
    const lineFor = async (who: Visitor) =>
      (await who.get('/api/v1/matters')).body.items.find((one: Json) => one.id === id);
    const running = {
      ...{ title: '分析研判', dueAt: expect.any(String), isPaused: false, isOverdue: false, card: null },
      left: { ms: expect.any(Number), counting: 'working', dayMs: 7 * 3_600_000, term: '4wh' },
    };
    expect(await lineFor(clerk)).toMatchObject({ dueAt: null, running });
    expect((await clerk.get(`/api/v1/matters/${id}`)).body.running).toEqual(running);
    expect((await lineFor(resident)).running).toBeNull();
    expect((await resident.get(`/api/v1/matters/${id}`)).body.running).toBeNull();
    const triage = { importance: 2, urgency: 2, size: 'small', mode: 'team' };
    await works.does(clerk, id, 'acceptMatter', { ...triage, lead: works.ids.units.get('housing') });
    await works.does(clerk, id, 'registerMatter');
    expect(await lineFor(clerk)).toMatchObject({ dueAt: expect.any(String), running: null });
  });
});

describe('powers', () => {
  it('given for a group of kinds are told by its name, which no other code takes on', async () => {
    const { rows } = await works.db.pool.query<{ group: string }>(
      `select "group" from kind where code = 'housing.lift'`,
    );
    const pieces = [{ powers: ['housing'], tier: 'community' }];
    const { names } = await namesWithin(works.db, 'zh', { told: 'none', pieces });
    expect(names['housing.*']).toBe(rows[0]?.group);
    expect([names['housing'], names['community']]).toEqual([undefined, undefined]);
  });
});
