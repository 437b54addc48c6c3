import { loadTown } from '../../prisma/catalogue.ts';
import { openWorks } from './works.ts';
import type { Works } from './works.ts';
import { visitor } from './visitor.ts';
import type { Json, Visitor } from './visitor.ts';

let works: Works;
let anybody: Visitor;
let clerk: Visitor;
let housing: Visitor;

const estate = '150602001001001';
const building = '150602001001001001';
const report = { kind: 'housing.lift', place: building, words: '三单元的张阿姨说电梯又停了。' };
const because = { grounds: '要等配件。' };
const good = { contacted: 'yes', solved: 'yes', satisfaction: 'satisfied' };

beforeAll(async () => {
  works = await openWorks();
  anybody = visitor(works.app);
  clerk = await works.as('community');
  housing = await works.as('housing');
  const place = { code: building, level: 'building', name: '3号楼', nameEn: 'Building 3' };
  const own = { name: '养老金', nameEn: 'Pensions', group: '社保', groupEn: 'Social', lead: null };
  const kind = { ...own, importance: 1, urgency: 1, size: 'small', isComplaint: false };
  await loadTown(works.db, {
    places: [{ ...place, parent: estate, policy: null }],
    kinds: [{ code: 'labour.pension', mode: 'onBehalf', ...kind }],
  });
});
afterAll(() => works.close());

async function reported(who: Visitor, more: object = {}, headers: Record<string, string> = {}) {
  const { status, body } = await who.post('/api/v1/matters', { ...report, ...more }, headers);
  expect(status).toBe(201);
  await works.begun(body.id);
  return body;
}

const near = async (place = estate, kind = report.kind): Promise<Json[]> =>
  (await anybody.get(`/api/v1/reports/nearby?place=${place}&kind=${kind}`)).body.items;

async function holder({ receipt, code }: Json): Promise<Visitor> {
  const { body } = await anybody.post('/api/v1/receipts', { receipt, code });
  return visitor(works.app, { authorization: `Bearer ${body.token}` });
}

const standing = async (who: Visitor, id: string) => (await who.get(`/api/v1/reports/${id}/standing`)).body;

const triage = () => ({
  ...{ importance: 2, urgency: 2, size: 'small', mode: 'team' },
  lead: works.ids.units.get('housing'),
});

/** Brings a report to its result. */
async function solved(id: string, from = 'analyse') {
  if (from === 'analyse') {
    await works.does(clerk, id, 'acceptMatter', triage());
    await works.does(clerk, id, 'registerMatter');
  }
  await works.does(housing, id, 'submitResult', { result: '已更换制动器。' });
  await works.does(clerk, id, 'acceptResult');
}

describe('what is near by', () => {
  it('is told to anybody: what, in which estate, on which day, how far, by how many; and no more', async () => {
    await reported(anybody);
    const [one, ...others] = await near();
    expect(others).toEqual([]);
    expect(one).toEqual({
      id: expect.any(String),
      kind: { value: 'housing.lift', title: '电梯故障' },
      place: { value: expect.stringMatching(/150602001001001$/), title: '安达社区 · 安达小区' },
      openedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      step: { value: 'analyse', title: '分析民情' },
      reporters: 1,
    });
  });

  it('says it in English to who reads English', async () => {
    const english = visitor(works.app, { 'accept-language': 'en' });
    const { body } = await english.get(`/api/v1/reports/nearby?place=${estate}&kind=housing.lift`);
    expect(body.items[0]).toMatchObject({ kind: { title: 'Lift out of order' }, step: { title: 'Analyse' } });
  });

  it.each([
    ['a complaint', estate, 'conduct.official'],
    ["one person's own affair", estate, 'labour.pension'],
    ['anything above the community', '150602001', 'housing.lift'],
  ])('is never %s', async (_what, place, kind) => {
    await reported(anybody, { place, kind });
    expect((await near(place, kind)).map((item) => item.kind.value)).toEqual([]);
  });

  it('asks for a place that there is', async () => {
    const { status, body } = await anybody.get('/api/v1/reports/nearby?place=nowhere&kind=housing.lift');
    expect([status, body.type]).toEqual([422, '/problems/place-unknown']);
  });
});

describe('who follows', () => {
  let earlier: Json;
  let later: Json;

  beforeAll(async () => {
    const person = await works.as('resident');
    const [first] = await near();
    [earlier] = [(await clerk.get('/api/v1/matters?limit=1&status=open')).body.items[0]];
    const { rows } = await works.db.pool.query(
      `select id from matter where kind = 'housing.lift' and status = 'open' and place_path like '%${building}'`,
    );
    earlier = { id: rows[0].id };
    later = await reported(person, { follows: first.id }, { 'idempotency-key': 'follow-it-once' });
  });

  it('has a receipt of their own, and the same one when it is sent twice', async () => {
    const person = await works.as('resident');
    const [first] = await near();
    const body = { ...report, follows: first.id };
    const again = await person.post('/api/v1/matters', body, { 'idempotency-key': 'follow-it-once' });
    expect(again.body).toEqual(later);
    expect(first.reporters).toBe(2);
  });

  it('gives nobody at work anything to do', async () => {
    const { body } = await clerk.get(`/api/v1/matters/${later.id}`);
    expect(body).toMatchObject({ ending: 'merged', mergedInto: earlier.id, tasks: [] });
  });

  it('reads how the earlier one stands by the own receipt, and may not open the earlier one', async () => {
    await works.does(clerk, earlier.id, 'acceptMatter', triage());
    await works.does(clerk, earlier.id, 'registerMatter');
    const follower = await holder(later);
    expect((await follower.get(`/api/v1/matters/${earlier.id}`)).status).toBe(403);
    expect((await follower.get(`/api/v1/reports/${earlier.id}/standing`)).status).toBe(403);
    const seen = await standing(follower, later.id);
    expect(seen).toMatchObject({ isFollowing: true, ending: null, step: { value: 'handle' }, results: [] });
    expect(seen.told.map(({ what }: Json) => what)).toEqual(['merged', 'registered']);
    expect(seen.next).toEqual([
      expect.objectContaining({ title: '办理', unit: expect.objectContaining({ title: 'housing' }) }),
    ]);
    expect(JSON.stringify(seen)).not.toContain(earlier.id);
    expect(JSON.stringify(seen)).not.toContain('张阿姨');
  });

  it('is told why it waits: put off, by whom and until when; suspended, and when it is looked at again', async () => {
    const follower = await holder(later);
    await works.does(housing, earlier.id, 'askExtension', { length: '1wd-eod', ...because });
    await works.does(clerk, earlier.id, 'grantExtension', because);
    const reviewOn = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
    await works.does(housing, earlier.id, 'askSuspension', { reviewOn, cause: '内部原因' });
    await works.does(clerk, earlier.id, 'grantSuspension', because);
    const seen = await standing(follower, later.id);
    expect(seen.waits).toMatchObject([
      { why: 'extended', unit: { title: 'community' } },
      { why: 'suspended', unit: { title: 'community' }, reviewOn },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/内部原因|要等配件/);
    await works.does(clerk, earlier.id, 'resumeHandling', because);
    expect((await standing(follower, later.id)).waits.map(({ why }: Json) => why)).toEqual(['extended']);
  });

  it('finds the rating among the own tasks, is told the result, and rates', async () => {
    await solved(earlier.id, 'handle');
    const person = await works.as('resident');
    const { items } = (await person.get('/api/v1/tasks')).body;
    expect(items[0].matter).toMatchObject({ receipt: later.receipt, number: null });
    expect(items[0].process.number).toBeNull();
    expect(items.map(({ kind }: Json) => kind)).toEqual(['rate']);
    const seen = await standing(person, later.id);
    expect(seen.waits).toEqual([]);
    expect(seen.results).toMatchObject([{ words: '已更换制动器。', unit: { title: 'housing' } }]);
    await works.does(person, later.id, 'rateResult', good);
    expect((await person.get('/api/v1/tasks')).body.items).toEqual([]);
  });

  it('lets a deputy see the course, and nobody’s words', async () => {
    const seen = await standing(await works.as('deputy'), earlier.id);
    expect([seen.step.value, seen.results]).toEqual(['evaluate', []]);
  });
});

describe('a report that would follow', () => {
  it('is one like any other when the earlier one ended meanwhile, or was never shown', async () => {
    const first = await reported(anybody, { place: estate });
    const shown = await near();
    await works.does(await holder(first), first.id, 'withdrawMatter', because);
    for (const follows of [shown[0].id, 'nothing', '00000000:00']) {
      const { id } = await reported(anybody, { place: estate, follows });
      const { body } = await clerk.get(`/api/v1/matters/${id}`);
      expect([body.status, body.mergedInto]).toEqual(['open', null]);
      await works.does(clerk, id, 'refuseMatter', { cause: 'noFacts', ...because });
    }
  });

  it('does not follow what is somewhere else or of another kind', async () => {
    const first = await reported(anybody, { place: estate });
    const [shown] = await near();
    const elsewhere = await reported(anybody, { place: '150602001', follows: shown.id });
    const { body } = await clerk.get(`/api/v1/matters/${first.id}`);
    expect(body.facts.reporters).toHaveLength(1);
    const there = await (await works.as('subdistrict')).get(`/api/v1/matters/${elsewhere.id}`);
    expect(there.body.status).toBe('open');
  });
});
