import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { loadPolicy } from '../../policies/load.ts';
import { leavesOf } from '../../workflows/rules/policy-leaves.ts';
import type { Policy } from '../../workflows/rules/policy.ts';
import { ESTATE } from '../prisma/small-town.ts';
import type { Json, Visitor } from './visitor.ts';
import { openWorks } from './works.ts';
import type { Works } from './works.ts';

let works: Works;
let pack: Policy;
let supervisor: Visitor;
let head: Visitor;

beforeAll(async () => {
  works = await openWorks();
  pack = await loadPolicy('dongsheng');
  supervisor = await works.as('supervisor', { 'accept-language': 'en' });
  head = await works.as('supervisor.head', { 'accept-language': 'en' });
});
afterAll(() => works.close());

/** The pack with other terms of handling, under a version of its own. */
const changed = (version: string, handle: object = { green: '5wd-eod' }) => ({
  ...pack,
  version,
  terms: { ...pack.terms, handle: { ...pack.terms.handle, ...handle } },
});

const propose = (who: Visitor, document: object, more: object = {}) =>
  who.post('/api/v1/policies/proposals', { document, ...more });
const decide = (who: Visitor, id: string, verdict = 'approved') =>
  who.post(`/api/v1/policies/proposals/${id}/decisions`, { verdict });

describe('a new version of a pack', () => {
  it('is in force when a second person has agreed, and its difference is told in words', async () => {
    const proposed = await propose(supervisor, changed('t.1'));
    expect(proposed.status).toBe(201);
    const [shown] = (await head.get('/api/v1/policies/proposals')).body.items;
    expect(shown).toMatchObject({ id: proposed.body.id, version: 't.1', verdict: null });
    expect(shown.difference.join('\n')).toMatch(/15 working days.*5 working days/);

    expect((await decide(supervisor, proposed.body.id)).body.type).toBe('/problems/second-person');
    expect((await decide(head, proposed.body.id)).status).toBe(200);
    expect((await decide(head, proposed.body.id)).body.type).toBe('/problems/proposal-decided');
    const { items } = (await supervisor.get('/api/v1/policies')).body;
    expect(items[0]).toMatchObject({ what: 'policy', name: 'dongsheng', version: 't.1' });
  });

  it('is refused with every fault by its path, and nothing is written down', async () => {
    const faulty = { ...changed('t.2', { red: 'soon' }), surprise: 1 };
    const { status, body } = await propose(supervisor, faulty);
    expect({ status, type: body.type }).toEqual({ status: 422, type: '/problems/pack-faulty' });
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['#/terms/handle/red', '#/surprise']));
    const { items } = (await supervisor.get('/api/v1/policies/proposals')).body;
    expect(items.some(({ version }: Json) => version === 't.2')).toBe(false);
  });

  it('is refused where one of its own cases does not hold', async () => {
    const examples = parse(await readFile('policies/dongsheng.examples.yaml', 'utf8'));
    expect((await propose(supervisor, changed('t.3', {}), { examples })).status).toBe(201);
    const { status, body } = await propose(supervisor, changed('t.4', { yellow: '9wd-eod' }), { examples });
    expect(status).toBe(422);
    expect(body.errors[0].pointer).toBe('#/examples');
  });

  it('needs a version that nobody has used, and a moment that no other begins in', async () => {
    const used = await propose(supervisor, changed(pack.version));
    expect(used.body.errors.map(({ pointer }: Json) => pointer)).toEqual(['#/version']);
    const same = await propose(supervisor, changed('t.5'), { inForceFrom: '2018-01-01T00:00:00Z' });
    expect(same.body.errors.map(({ pointer }: Json) => pointer)).toEqual(['#/inForceFrom']);
  });

  it('may be refused, for good', async () => {
    const { body } = await propose(supervisor, changed('t.6'));
    expect((await decide(head, body.id, 'refused')).status).toBe(200);
    const { items } = (await supervisor.get('/api/v1/policies')).body;
    expect(items.some(({ version }: Json) => version === 't.6')).toBe(false);
  });

  it.each(['community', 'housing', 'auditor', 'callback'])('is not the business of %s', async (account) => {
    const { status } = await propose(await works.as(account), changed('t.7'));
    expect(status).toBe(403);
  });
});

describe('running processes', () => {
  it('keep their numbers, show what would move, and are moved by a recorded act', async () => {
    const reporter = await works.as('resident');
    const report = {
      kind: 'housing.lift',
      place: works.ids.places.get(ESTATE.split('/').at(-1) ?? ''),
      words: 'x',
    };
    const { body: taken } = await reporter.post('/api/v1/matters', report);
    await works.begun(taken.id);
    const { body: proposal } = await propose(supervisor, {
      ...pack,
      version: 't.8',
      terms: { ...pack.terms, analyse: '1wh' },
    });
    await decide(head, proposal.id);

    const version = { what: 'policy', name: 'dongsheng', version: 't.8' };
    const moves = async () =>
      (await supervisor.get(`/api/v1/policies/moves?${new URLSearchParams(version)}`)).body.items;
    const [move] = (await moves()).filter(({ id }: Json) => id === taken.id);
    expect(move.clocks).toHaveLength(1);
    const moving = { ...version, processes: [taken.id], grounds: 'Shorter for everybody.' };
    expect((await head.post('/api/v1/policies/moves', moving)).body.items).toEqual([
      { id: taken.id, outcome: 'accepted' },
    ]);
    expect(await moves()).not.toContainEqual(expect.objectContaining({ id: taken.id }));
    const { body } = await supervisor.get(`/api/v1/matters/${taken.id}/history?limit=200`);
    const types = body.items.map(({ type }: Json) => type);
    expect(types.slice(-2)).toEqual(['adopted', 'clockMoved']);
    const { body: shown } = await supervisor.get(`/api/v1/matters/${taken.id}`);
    expect(shown.policy.version).toBe('t.8');
    expect(shown.tasks[0].dueAt).toBe(move.clocks[0].to);
  });

  it('are not moved to what nobody has put in force', async () => {
    const { status } = await supervisor.get(
      '/api/v1/policies/moves?what=policy&name=dongsheng&version=never',
    );
    expect(status).toBe(404);
  });
});

describe('a calendar by notice', () => {
  it('is checked, agreed to by a second person, and reaches open processes the same way', async () => {
    const document = parse(await readFile('policies/calendars/cn.yaml', 'utf8'));
    const broken = await supervisor.post('/api/v1/policies/calendars/proposals', {
      document: { ...document, from: 'x' },
    });
    expect(broken.body.errors.map(({ pointer }: Json) => pointer)).toEqual(['#/from']);
    const notice = { document: { ...document, version: 'notice.1' } };
    const { body } = await supervisor.post('/api/v1/policies/calendars/proposals', notice);
    expect((await decide(head, body.id)).status).toBe(200);
    const { items } = (await supervisor.get('/api/v1/policies/moves?what=calendar&name=cn&version=notice.1'))
      .body;
    expect(items.length).toBeGreaterThan(0);
  });
});

describe('a pack is readable', () => {
  const at = (path = '') => `/api/v1/policies/dongsheng/versions/${pack.version}${path}`;

  it('as a table: every value of it in words, with the text that it comes from', async () => {
    const { status, body } = await (await works.as('housing', { 'accept-language': 'zh' })).get(at());
    expect(status).toBe(200);
    const rows: Json[] = body.sections.flatMap(({ rows }: Json) => rows);
    expect(rows.find(({ path }) => path === 'terms.handle.blue')).toMatchObject({
      title: '蓝色事项的办理时限',
      written: '5wd-eod',
      said: '5 个工作日',
    });
    expect(rows.filter(({ path }) => path.startsWith('ladders.ordinary.'))).toHaveLength(
      pack.ladders['ordinary']?.length ?? 0,
    );
    expect(rows.filter(({ source }) => source === null)).toEqual([]);
    const written = Object.entries(pack).filter(
      ([key]) => !['name', 'version', 'title', 'sources', 'ladders'].includes(key),
    );
    const leaves = leavesOf(Object.fromEntries(written)).filter(
      ({ value }) => !['{}', '[]'].includes(JSON.stringify(value)),
    );
    expect(rows.filter(({ path }) => !path.startsWith('ladders.'))).toHaveLength(leaves.length);
  });

  it('with its example cases, each tried now', async () => {
    const { body } = await supervisor.get(at('/examples'));
    expect(body.items.length).toBeGreaterThan(10);
    expect(body.items.filter(({ wrong }: Json) => wrong.length > 0)).toEqual([]);
  });

  it('against another version, in words', async () => {
    const { body } = await supervisor.get(at('/difference?with=t.1'));
    expect(body.items.join('\n')).toMatch(/5 working days.*15 working days/);
    expect((await supervisor.get(at('/difference?with=never'))).status).toBe(404);
  });

  it('and answers when a term would be over', async () => {
    const query = new URLSearchParams({ term: '5wd-eod', at: '2026-09-30T10:00:00+08:00' });
    const { body } = await supervisor.get(at(`/due?${query}`));
    expect(body.dueAt).toBe('2026-10-13T17:30:00+08:00');
    const bad = new URLSearchParams({ term: 'soon', at: '2026-09-30T10:00:00+08:00' });
    expect((await supervisor.get(at(`/due?${bad}`))).status).toBe(422);
  });

  it('tells who put it in force, and which towns use it', async () => {
    const { items } = (await supervisor.get('/api/v1/policies')).body;
    const one = items.find(({ version }: Json) => version === 't.1');
    expect([one.proposedBy, one.decidedBy].map((by) => by === null)).toEqual([false, false]);
    expect(one.towns.length).toBeGreaterThan(0);
  });
});

describe('what may be done is offered', () => {
  it('to propose, and to decide what somebody else proposed, until it is decided', async () => {
    const names = async (who: Visitor) =>
      (await who.get('/api/v1/policies')).body.actions.map(({ name }: Json) => name);
    expect(await names(supervisor)).toEqual(['proposePack', 'proposeCalendar']);
    expect(await names(await works.as('housing'))).toEqual([]);
    const { body } = await propose(supervisor, changed('t.9'));
    const offered = async (who: Visitor) =>
      (await who.get('/api/v1/policies/proposals')).body.items.find(({ id }: Json) => id === body.id).actions;
    expect(await offered(supervisor)).toEqual([]);
    const [action] = await offered(head);
    expect((await head.post(action.href, { verdict: 'refused' })).status).toBe(200);
    expect(await offered(head)).toEqual([]);
  });

  it('a pack is looked over before it is proposed: its faults, or what it changes', async () => {
    const look = (document: object) => supervisor.post('/api/v1/policies/checks', { document });
    expect((await look(changed('t.10', { red: 'soon' }))).body.errors).toHaveLength(1);
    const { body } = await look(changed('t.10', { green: '4wd-eod' }));
    expect(body.difference.join('\n')).toMatch(/4 working days/);
    expect(
      (await supervisor.get('/api/v1/policies')).body.items.some(({ version }: Json) => version === 't.10'),
    ).toBe(false);
  });
});

describe('a calendar is readable', () => {
  it('day by day: days off by name, weekend days that are worked, and what is not yet published', async () => {
    const year = async (n: number) => (await supervisor.get(`/api/v1/calendars/cn?year=${n}`)).body;
    const { days, publishedThrough } = await year(2026);
    expect(days).toHaveLength(365);
    expect(days.find(({ date }: Json) => date === '2026-10-01')).toMatchObject({
      isWorked: false,
      why: 'holiday',
      name: 'National Day',
    });
    expect(days.filter(({ why }: Json) => why === 'madeUp').map(({ date }: Json) => date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(publishedThrough).toBe('2026-12-31');
    expect((await year(2027)).days.some(({ isPublished }: Json) => isPublished)).toBe(false);
    expect((await supervisor.get('/api/v1/calendars/none?year=2026')).status).toBe(404);
  });
});
