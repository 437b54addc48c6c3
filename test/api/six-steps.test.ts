import { Choices } from '../../apps/api/matters/choices.ts';
import { isFormSeen } from '../../apps/api/matters/reveal.ts';
import { stateOf } from '../../apps/api/matters/scene.ts';
import { processNamed } from '../../workflows/catalog.ts';
import { nothing, t } from '../../workflows/process/field.ts';
import { openWorks } from './works.ts';
import type { Works } from './works.ts';
import { visitor } from './visitor.ts';
import type { Json, Visitor } from './visitor.ts';

let works: Works;
let clerk: Visitor;
let housing: Visitor;
let supervisor: Visitor;

beforeAll(async () => {
  works = await openWorks();
  clerk = await works.as('community', { 'accept-language': 'en' });
  housing = await works.as('housing');
  supervisor = await works.as('supervisor');
});
afterAll(() => works.close());

const place = '150602001001001';
const report = { kind: 'housing.lift', place, words: '电梯又坏了，老人下不了楼。' };
const unit = (code: string) => works.ids.units.get(code);
const triage = () => ({ importance: 2, urgency: 2, size: 'small', lead: unit('housing'), mode: 'team' });
const good = { contacted: 'yes', solved: 'yes', satisfaction: 'satisfied' };

async function reported(who: Visitor, more: object = {}) {
  const { status, body } = await who.post('/api/v1/matters', { ...report, ...more });
  expect(status).toBe(201);
  await works.begun(body.id);
  return body;
}

const names = (list: { name: string }[]) => list.map(({ name }) => name);

describe('a matter from the first word to its end, by following actions only', () => {
  it('goes through all six steps', async () => {
    const { id, receipt, code } = await reported(visitor(works.app));
    await works.does(clerk, id, 'acceptMatter', triage());
    await works.does(clerk, id, 'registerMatter');
    await works.does(housing, id, 'submitResult', { result: '已更换钢丝绳。' });
    await works.does(clerk, id, 'acceptResult');
    const opened = await visitor(works.app).post('/api/v1/receipts', { receipt, code });
    const resident = visitor(works.app, { authorization: `Bearer ${opened.body.token}` });
    const seen = (await resident.get(opened.body.href)).body;
    expect(seen.step.title).toBe('群众评议');
    expect(seen.tasks.find((task: Json) => task.outcome === 'submitResult').form.result).toBe(
      '已更换钢丝绳。',
    );
    await works.does(resident, id, 'rateResult', good);
    await works.does(housing, id, 'acceptScore');
    const { body } = await supervisor.get(`/api/v1/matters/${id}`);
    expect(body).toMatchObject({ status: 'closed', rating: 'satisfied', score: 100, ending: 'closed' });
    expect(body.number).toMatch(/^\d+-?\d{4}-\d{6}$/);
    expect(body.actions).toEqual([]);
    const history = (await supervisor.get(`/api/v1/matters/${id}/history`)).body.items;
    expect(history.at(-1).type).toBe('closed');
    expect(history.map(({ seq }: Json) => seq)).toEqual(history.map((_: unknown, i: number) => i + 1));
  });
});

describe('actions', () => {
  it('are exactly what the caller may do, with a form in his language', async () => {
    const { id } = await reported(visitor(works.app));
    const { actions } = (await clerk.get(`/api/v1/matters/${id}`)).body;
    expect(names(actions)).toEqual(
      expect.arrayContaining([
        'acceptMatter',
        'refuseMatter',
        'moveMatterUp',
        'claimTask',
        'comment',
        'correctFacts',
      ]),
    );
    const { input, title, href } = actions.find(({ name }: Json) => name === 'acceptMatter');
    expect([title, href]).toEqual(['Accept', `/api/v1/tasks/${id}.t1/acts/acceptMatter`]);
    expect(input.required).toEqual(['importance', 'urgency', 'size', 'lead', 'mode']);
    expect(input.properties.importance.oneOf).toEqual([
      { const: 1, title: '1 little' },
      { const: 2, title: '2 some' },
      { const: 3, title: '3 much' },
    ]);
    expect(input.properties.lead.oneOf).toContainEqual({ const: unit('housing'), title: 'housing' });
    expect(JSON.stringify(input)).not.toMatch(/"zh"|"options"|x-needs|\$ref/);
    expect((await housing.get(`/api/v1/matters/${id}`)).status).toBe(403);
    expect(names((await (await works.as('auditor')).get(`/api/v1/matters/${id}`)).body.actions)).toEqual([]);
  });

  it('leave out what has nothing to choose from, and offer it when there is something', async () => {
    const first = await reported(visitor(works.app), { kind: 'conduct.official' });
    const before = (await clerk.get(`/api/v1/matters/${first.id}`)).body.actions;
    expect(names(before)).not.toContain('mergeMatter');
    const second = await reported(visitor(works.app), { kind: 'conduct.official', words: 'the same again' });
    const { actions } = (await clerk.get(`/api/v1/matters/${second.id}`)).body;
    const merge = actions.find(({ name }: Json) => name === 'mergeMatter');
    expect(merge.input.properties.into.oneOf.map((one: Json) => one.const)).toEqual([first.id]);
    const similar = (await clerk.get(`/api/v1/matters/${second.id}/similar`)).body.items;
    expect(similar[0]).toMatchObject({ id: first.id, words: report.words });
  });

  it('are done once per key, and refused with a reason a clerk can act on', async () => {
    const { id } = await reported(visitor(works.app));
    const href = `/api/v1/tasks/${id}.t1/acts/claimTask`;
    const headers = { 'idempotency-key': 'claim-it-once' };
    const [first, again] = [await clerk.post(href, {}, headers), await clerk.post(href, {}, headers)];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect((await clerk.post(href, {})).body).toMatchObject({
      status: 409,
      type: '/problems/already-claimed',
    });
    expect((await clerk.post(`/api/v1/tasks/${id}.t1/acts/releaseTask`, {}, headers)).status).toBe(422);
    expect((await clerk.post(href, {}, { 'idempotency-key': '' })).body.type).toBe(
      '/problems/idempotency-key-missing',
    );
    expect((await clerk.post(`/api/v1/tasks/${id}.t1/acts/noSuchAct`, {})).status).toBe(404);
    expect((await clerk.post(`/api/v1/tasks/${id}.t9/acts/claimTask`, {})).status).toBe(404);
    const bad = await clerk.post(`/api/v1/tasks/${id}.t1/acts/acceptMatter`, { ...triage(), importance: 7 });
    expect(bad).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/importance' }] } });
    const strange = await clerk.post(`/api/v1/tasks/${id}.t1/acts/acceptMatter`, { ...triage(), lead: id });
    expect(strange).toMatchObject({ status: 422, body: { type: '/problems/not-offered' } });
  });

  /** The merger is told by the relay, in its own time. */
  async function joined(id: string): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const { facts } = (await supervisor.get(`/api/v1/matters/${id}`)).body;
      if (facts.reporters.length > 1) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`nobody joined ${id}`);
  }

  it('of a merged matter are those of the one it became part of', async () => {
    const into = await reported(visitor(works.app));
    const merged = await reported(visitor(works.app), { words: 'lift again' });
    await works.does(clerk, merged.id, 'mergeMatter', { into: into.id });
    await joined(into.id);
    await works.does(clerk, into.id, 'acceptMatter', triage());
    await works.does(clerk, into.id, 'registerMatter');
    await works.does(housing, into.id, 'submitResult', { result: 'done' });
    await works.does(clerk, into.id, 'acceptResult');
    const opened = await visitor(works.app).post('/api/v1/receipts', {
      receipt: merged.receipt,
      code: merged.code,
    });
    const follower = visitor(works.app, { authorization: `Bearer ${opened.body.token}` });
    expect((await follower.get(`/api/v1/matters/${into.id}`)).status).toBe(403);
    await works.does(follower, merged.id, 'rateResult', good);
    const { tasks } = (await supervisor.get(`/api/v1/matters/${into.id}`)).body;
    expect(
      tasks
        .filter((task: Json) => task.kind === 'rate')
        .map((task: Json) => task.status)
        .sort(),
    ).toEqual(['done', 'open']);
  });
});

describe('a request', () => {
  const handled = async (who: Visitor) => {
    const { id } = await reported(who);
    await works.does(clerk, id, 'acceptMatter', triage());
    await works.does(clerk, id, 'registerMatter');
    return id;
  };

  it('stands before whoever decides it, with who asked and why, and never before the resident', async () => {
    const resident = await works.as('resident');
    const id = await handled(resident);
    await works.does(housing, id, 'askReassignment', { unit: unit('transport'), grounds: '应由交通办理' });
    await works.does(clerk, id, 'refuseReassignment', { grounds: '仍由你单位办理' });
    await works.does(housing, id, 'askReturn', { reason: 'notOurs', grounds: '不属本单位职责' });
    const { requests, tasks } = (await clerk.get(`/api/v1/matters/${id}`)).body;
    const by = { unit: { title: 'housing' }, person: { title: 'housing' } };
    expect(requests).toMatchObject([
      {
        ...{ id: `${id}.r1`, kind: 'reassignment', by, status: 'refused' },
        form: { grounds: '应由交通办理', unit: { value: unit('transport'), title: 'transport' } },
      },
      { kind: 'return', by, status: 'open', form: { reason: 'notOurs', grounds: '不属本单位职责' } },
    ]);
    expect(requests[1].askedAt).toMatch(/\+08:00$/);
    const asked = async (who: Visitor, kind: string) => {
      const { href } = tasks.find((task: Json) => task.kind === kind);
      return (await who.get(href)).body.request;
    };
    expect(await asked(clerk, 'returnDecision')).toEqual(requests[1]);
    expect(await asked(clerk, 'handle')).toBeNull();
    expect(await asked(resident, 'returnDecision')).toBeNull();
    const outside = (await resident.get(`/api/v1/matters/${id}`)).body;
    expect(outside.requests).toEqual([]);
    expect(JSON.stringify(outside)).not.toMatch(/应由交通办理|不属本单位职责/);
  });
});

describe('a process of its own', () => {
  const courseOf = async (id: string) => {
    const state = await stateOf(works.db, id);
    if (state === undefined) throw new Error(`${id} has not begun`);
    return { state, definition: processNamed(state.process) };
  };

  it('says what its fields choose from', async () => {
    const { id } = await reported(visitor(works.app));
    const { state } = await courseOf(id);
    const lines = ['late', 'yellow', 'late'].map((reason) => ({ reason, points: -1, times: 1 }));
    const facts = { ...state.facts, score: { start: 100, floor: 0, total: 97, lines } };
    const choices = new Choices(works.db, 'en', { state: { ...state, facts } });
    expect((await choices.of('scoreLines'))?.items).toEqual([
      { value: 'late', title: 'Late' },
      { value: 'yellow', title: 'Yellow card' },
    ]);
    expect([await choices.has('scoreLines', 'late'), await choices.has('scoreLines', 'red')]).toEqual([
      true,
      false,
    ]);
  });

  it('says which words are for the resident, and from which step on he reads them', async () => {
    const { id } = await reported(visitor(works.app));
    const scene = await courseOf(id);
    const step = (name: string, isTelling?: true) => ({ name, title: t(name, name), isTelling });
    const way = (name: string, isForResident?: true) => ({
      ...{ name, title: t(name, name), form: nothing, isForResident },
    });
    const answer = { step: 'first', title: t('a', 'a'), ask: t('a', 'a') };
    const definition = {
      ...scene.definition,
      steps: [step('first'), step('spoken', true)],
      tasks: { answer: { ...answer, completions: [way('reply', true), way('note')] } },
    };
    const seen = (outcome: string, steps: string[], sight: 'own' | 'all' = 'own') => {
      const state = { ...scene.state, steps: steps.map((one) => ({ step: one, at: scene.state.openedAt })) };
      return isFormSeen({ kind: 'answer', performer: {}, outcome }, { state, definition }, sight);
    };
    expect(seen('reply', ['first'])).toBe(false);
    expect(seen('reply', ['first', 'spoken'])).toBe(true);
    expect(seen('note', ['first', 'spoken'])).toBe(false);
    expect(seen('note', ['first'], 'all')).toBe(true);
  });
});

describe('the inbox', () => {
  it('shows what waits for the caller by time left, counts it, and narrows it', async () => {
    const { id } = await reported(visitor(works.app));
    const inbox = async (who: Visitor, show = 'all') =>
      (await who.get(`/api/v1/tasks?show=${show}&limit=200`)).body;
    const mine = await inbox(clerk);
    const line = mine.items.find(({ matter }: Json) => matter.id === id);
    expect(line).toMatchObject({
      title: 'Analyse',
      heldBy: null,
      matter: { kind: { title: 'Lift out of order' } },
    });
    const due = mine.items.map(({ dueAt }: Json) => dueAt);
    expect(due).toEqual([...due].sort());
    expect(mine.counts.all).toBe(mine.items.length);
    expect((await inbox(housing)).items.some(({ matter }: Json) => matter.id === id)).toBe(false);
    await works.does(clerk, id, 'claimTask');
    expect((await inbox(clerk, 'mine')).items.map(({ matter }: Json) => matter.id)).toContain(id);
    expect((await inbox(clerk, 'free')).items.map(({ matter }: Json) => matter.id)).not.toContain(id);
    const task = (await clerk.get(line.href)).body;
    expect(names(task.actions)).toContain('acceptMatter');
    expect(task.heldBy.title).toBe('community');
  });

  it('comes in pages without a gap', async () => {
    await Promise.all([
      reported(visitor(works.app)),
      reported(visitor(works.app)),
      reported(visitor(works.app)),
    ]);
    const whole = (await clerk.get('/api/v1/tasks?limit=200')).body.items.map(({ id }: Json) => id);
    const seen: string[] = [];
    for (let url: string | undefined = '/api/v1/tasks?limit=2'; url !== undefined;) {
      const { items, nextCursor }: Json = (await clerk.get(url)).body;
      seen.push(...items.map(({ id }: Json) => id));
      url = nextCursor && `/api/v1/tasks?limit=2&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(whole);
  });
});

describe('what is kept from whom', () => {
  const contact = { name: '王某某', phone: '13800000000' };

  it('a unit that handles a complaint never learns who complained; auditors say why first', async () => {
    const resident = await works.as('resident');
    const { id } = await reported(resident, { kind: 'conduct.official', contact, answerBy: 'phone' });
    await works.does(clerk, id, 'acceptMatter', triage());
    await works.does(clerk, id, 'registerMatter');
    const reporter = async (who: Visitor, headers = {}) =>
      (await who.get(`/api/v1/matters/${id}`, headers)).body.reporter;
    expect(await reporter(resident)).toMatchObject({ knowledge: 'yes', contact });
    expect(await reporter(clerk)).toMatchObject({ knowledge: 'yes', contact });
    expect(await reporter(housing)).toEqual({ knowledge: 'no', person: null, contact: null });
    const auditor = await works.as('auditor');
    expect(await reporter(auditor)).toEqual({ knowledge: 'with-purpose', person: null, contact: null });
    const purpose = encodeURIComponent('复查投诉办理是否公正');
    expect(await reporter(auditor, { 'x-purpose': purpose })).toMatchObject({ knowledge: 'yes', contact });
    const noted = await works.db.prisma.command.findFirst({ where: { name: 'seeReporter', processId: id } });
    expect(noted?.subjectId).toBe(works.ids.people.get('auditor'));
    const whole = await housing.get(`/api/v1/matters/${id}/history`);
    expect(JSON.stringify(whole.body)).not.toMatch(/王某某|13800000000/);
  });

  it('the resident sees what was told and his own words, not the inside', async () => {
    const resident = await works.as('resident');
    const { id } = await reported(resident);
    await works.does(clerk, id, 'comment', { words: '内部意见' });
    const { body } = await resident.get(`/api/v1/matters/${id}`);
    expect(body).toMatchObject({ words: report.words, facts: {}, cards: [] });
    const history = (await resident.get(`/api/v1/matters/${id}/history`)).body;
    expect(JSON.stringify([body, history])).not.toContain('内部意见');
    const inside = (await clerk.get(`/api/v1/matters/${id}/history`)).body;
    expect(JSON.stringify(inside)).toContain('内部意见');
  });

  it('a deputy sees what becomes of it and nobody’s words', async () => {
    const { id } = await reported(visitor(works.app));
    const { body } = await (await works.as('deputy')).get(`/api/v1/matters/${id}`);
    expect(body).toMatchObject({ words: null, facts: {}, attachments: [], reporter: { knowledge: 'no' } });
  });

  it('administrators see no matter', async () => {
    const { id } = await reported(visitor(works.app));
    for (const account of ['system', 'security']) {
      expect((await (await works.as(account)).get(`/api/v1/matters/${id}`)).status).toBe(403);
    }
  });
});

describe('deadlines', () => {
  it('are explained clock by clock', async () => {
    const { id } = await reported(visitor(works.app));
    const { policy, items } = (await clerk.get(`/api/v1/matters/${id}/deadlines`)).body;
    expect(policy.name).toBe('dongsheng');
    expect(items[0]).toMatchObject({ title: 'Analyse', term: '4wh', counting: 'working', task: `${id}.t1` });
    expect(items[0].dueAt).toMatch(/\+08:00$/);
  });

  it('stand in local time wherever times are shown', async () => {
    const { id } = await reported(visitor(works.app));
    for (const part of ['', '/history', '/deadlines']) {
      const text = JSON.stringify((await clerk.get(`/api/v1/matters/${id}${part}`)).body);
      expect(text).toMatch(/T[\d:.]+\+08:00"/);
      expect(text).not.toMatch(/T[\d:.]+Z"/);
    }
  });
});
