import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { loadPolicy } from '../../policies/load.ts';
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
