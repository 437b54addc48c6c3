import { stageNumbers } from '../../workflows/rules/stages.ts';
import { rates } from '../../workflows/rules/rates.ts';
import { COMMUNITY, SUBDISTRICT } from '../prisma/small-town.ts';
import { fresh, hung, judged, longLate, openWatched, policy, unlucky } from './watch-town.ts';
import type { Json, Visitor } from './visitor.ts';

let watched: Awaited<ReturnType<typeof openWatched>>;
let supervisor: Visitor;
const ids: Record<string, string> = {};

const good = { contacted: true, solved: true, satisfaction: 'satisfied' };
const bad = { contacted: true, solved: false, satisfaction: 'dissatisfied' };
const other = '018f3a52-0000-7000-8000-000000000001';

beforeAll(async () => {
  watched = await openWatched();
  const { keep, town, house } = watched;
  supervisor = await house.as('supervisor');
  ids['late'] = await keep((id) => longLate(town, id));
  ids['soon'] = await keep((id) => fresh(town, id));
  ids['hung'] = await keep((id) => hung(town, id));
  const closed = {
    merged: { unit: 'housing', said: [good, { ...bad, matter: other }] },
    excluded: { unit: 'housing', said: [bad], facts: { isExcluded: true, exclusion: 'inCourt' } },
    silent: { unit: 'housing', said: [] },
    basically: { unit: 'transport', said: [{ ...good, satisfaction: 'basically' }] },
    unreached: { unit: 'community', said: [{ isValid: false }] },
  };
  for (const [name, one] of Object.entries(closed)) ids[name] = await keep((id) => judged(town, id, one));
  ids['unlucky'] = await keep((id) => unlucky(town, id));
}, 60_000);
afterAll(() => watched.house.close());

async function get(path: string, wish: Record<string, string> = {}, who = supervisor): Promise<Json> {
  const { status, body } = await who.get(`/api/v1/${path}?${new URLSearchParams(wish)}`);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

const nameOf = (id: string) => Object.entries(ids).find(([, one]) => one === id)?.[0];
const processesIn = ({ items }: Json) => items.map(({ process }: Json) => nameOf(process.id));

describe('open clocks', () => {
  it('that are late say whose hands they are in, which clock it is, since when, its card and what happened last', async () => {
    const { items } = await get('clocks', { unit: watched.unit('housing') });
    const line = items.find((one: Json) => one.of === 'task' && nameOf(one.process.id) === 'late');
    expect(line).toMatchObject({
      process: {
        label: '电梯故障',
        number: expect.any(String),
        place: { value: COMMUNITY, title: '安达社区' },
        colour: 'yellow',
      },
      task: { title: '办理', step: { value: 'handle' } },
      hands: { value: watched.unit('housing'), title: 'housing' },
      ...{ term: '3wd-eod', isOverdue: true, isPaused: false, card: 'letter' },
      last: { type: 'rungReached', code: 'letter', task: '办理' },
    });
    expect(line.dueAt).toMatch(/\+08:00$/);
    expect(line.task.href).toBe(`/api/v1/tasks/${line.task.id}`);
    const whole = items.find((one: Json) => one.of === 'whole');
    expect([whole.term, whole.task.id]).toEqual(['7wd-eod', line.task.id]);
  });

  it('will be late within N working days of the calendar in force, and are not when N is smaller', async () => {
    const near = await get('clocks', { state: 'soon', within: '1' });
    const far = await get('clocks', { state: 'soon', within: '5' });
    expect([processesIn(near), processesIn(far)]).toEqual([[], ['soon']]);
    expect(far.items[0].dueAt <= far.until && near.until < far.until).toBe(true);
  });

  it('that stand still say what was left, in their own kind of time', async () => {
    const { items } = await get('clocks', { state: 'paused' });
    expect(items).toMatchObject([{ process: { id: ids['hung'] }, dueAt: null, isPaused: true }]);
    expect(items[0].leftMs).toBeGreaterThan(0);
  });

  it('have the least time left first, and come in pages without a gap', async () => {
    const whole = (await get('clocks')).items;
    const due = whole.map(({ dueAt }: Json) => dueAt);
    expect(due).toEqual([...due].sort());
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page: Json = await get('clocks', { limit: '1', ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }: Json) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole.map(({ id }: Json) => id));
  });

  it.each([
    [{ by: 'unit' }, 'housing'],
    [{ by: 'place' }, '安达社区'],
    [{ by: 'colour' }, 'yellow'],
    [{ by: 'kind' }, '电梯故障'],
    [{ by: 'process' }, '六步办理'],
  ])('are counted by %j as they are listed, and each count opens its list', async ({ by }, title) => {
    const { items } = await get('clocks/groups', { by, within: '5' });
    const group = items.find((one: Json) => one.title === title);
    for (const state of ['late', 'soon', 'paused']) {
      const { items: listed } = await get('clocks', { state, within: '5', limit: '200', [by]: group.value });
      expect([state, listed.length]).toEqual([state, group[state]]);
    }
    const numbers = await get('clocks/numbers', { within: '5' });
    expect(items.reduce((sum: number, { late }: Json) => sum + late, 0)).toBe(numbers.late);
  });

  it('are numbered beside the letters, cards and what is not struck off, each as its list has it', async () => {
    const numbers = await get('clocks/numbers');
    const letters = (await get('cards', { level: 'letter' })).items.length;
    const { left } = await get('left');
    expect(numbers).toMatchObject({ letters, left });
    expect([numbers.late > 0, letters > 0, left]).toEqual([true, true, 4]);
  });

  it('are shown as far as somebody may see them, and deputies learn no names', async () => {
    const { house } = watched;
    const transport = await get('clocks', { state: 'late' }, await house.as('transport'));
    expect(new Set(processesIn(transport))).toEqual(new Set(['late', 'unlucky']));
    expect((await get('clocks', {}, await house.as('deputy'))).items[0].heldBy).toBeNull();
    expect((await (await house.as('resident')).get('/api/v1/clocks')).status).toBe(403);
    expect((await supervisor.get('/api/v1/clocks?within=0')).status).toBe(400);
  });
});

const october = { period: 'custom', from: '2025-10-01T00:00:00+08:00', until: '2025-11-01T00:00:00+08:00' };

describe('the three rates', () => {
  it('count each call-back, those of merged reporters too, and each matter once', async () => {
    const { whole, items, formula } = await get('rates', october);
    expect(whole).toMatchObject({
      matters: 5,
      counts: {
        counted: 3,
        contacted: 3,
        solved: 2,
        unsolved: 1,
        satisfied: 1,
        basically: 1,
        excluded: 1,
        invalid: 2,
      },
      ...{ response: 1, solved: 2 / 3 },
    });
    expect(whole.satisfaction).toBeCloseTo((1 + 0.9) / 3);
    expect(formula).toEqual({
      weights: policy.rates.weights,
      basically: 0.9,
      exclusions: policy.rates.exclusions,
    });
    expect(items.map(({ owner, matters }: Json) => [owner.title, matters])).toEqual([
      ['transport', 1],
      ['housing', 3],
      ['community', 1],
    ]);
  });

  it('are those of the rule', async () => {
    const said = (await get('rates/matters', { ...october, part: 'counted' })).items;
    const callBacks = said.map(({ id, said: one }: Json) => ({
      ...{ id, valid: true, contacted: one.contacted, solved: one.solved, satisfied: one.satisfaction },
    }));
    const { response, solved, satisfaction, total } = rates(callBacks, policy.rates)!;
    expect((await get('rates', october)).whole).toMatchObject({ response, solved, satisfaction, total });
  });

  it('are "no data" where nobody said anything valid', async () => {
    const { items } = await get('rates', { ...october, unit: watched.unit('community') });
    expect(items).toMatchObject([{ counts: { counted: 0, invalid: 1 }, response: null, total: null }]);
    const { whole } = await get('rates', { ...october, until: '2025-10-02T00:00:00+08:00' });
    expect(whole).toMatchObject({ owner: null, matters: 0, total: null });
  });

  it('open the list behind every number', async () => {
    const { whole } = await get('rates', october);
    for (const [part, count] of Object.entries(whole.counts)) {
      const { items } = await get('rates/matters', { ...october, part });
      expect([part, items.length]).toEqual([part, count]);
    }
    const { items } = await get('rates/matters', {
      ...october,
      part: 'unsolved',
      owner: watched.unit('housing'),
    });
    expect(items).toMatchObject([
      { matter: { id: ids['merged'], href: `/api/v1/matters/${ids['merged']}` }, isMerged: true, said: bad },
    ]);
    const excluded = (await get('rates/matters', { ...october, part: 'excluded' })).items;
    expect(excluded).toMatchObject([{ matter: { id: ids['excluded'] }, exclusion: { reason: 'inCourt' } }]);
  });

  it('go by grid as well, for a place, in the months and quarters of the policy', async () => {
    const { items } = await get('rates', { ...october, by: 'grid', place: SUBDISTRICT });
    expect(items).toMatchObject([{ owner: { value: COMMUNITY, title: '安达社区' }, matters: 5 }]);
    const [month, last, quarter] = await Promise.all(
      ['month', 'last', 'quarter'].map((period) => get('rates', { period })),
    );
    expect(last.until).toBe(month.from);
    expect([month.from >= quarter.from, month.until <= quarter.until]).toEqual([true, true]);
    const unclear = await supervisor.get('/api/v1/rates?period=custom');
    expect([unclear.status, unclear.body.type]).toEqual([400, '/problems/period-unclear']);
  });
});

const ever = {
  period: 'custom',
  from: '2025-01-01T00:00:00+08:00',
  until: '2100-01-01T00:00:00+08:00',
  process: 'six-step',
};

describe('the seven numbers of a stage', () => {
  it('are those of the rule, and each opens what it counts', async () => {
    const { items, whole } = await get('stages', ever);
    expect(items.map(({ owner }: Json) => owner.title)).toEqual(['分析民情', '建立台账', '及时办理']);
    const handle = items.find(({ owner }: Json) => owner.value === 'handle');
    const { rows } = await watched.house.db.pool.query(
      `select id, due_at as "dueAt", done_at as "doneAt" from task where step = 'handle' and status <> 'ended'`,
    );
    const numbers = stageNumbers(rows, new Date());
    for (const [number, list] of Object.entries(numbers)) {
      expect([number, handle.numbers[number]]).toEqual([number, list.length]);
      const opened = await get('stages/matters', { ...ever, step: 'handle', number });
      expect(opened.items.map(({ id }: Json) => id).sort()).toEqual([...list].sort());
    }
    expect([whole.numbers.done, whole.numbers.pending]).toEqual([5, 4]);
    expect((await get('stages/matters', { ...ever, step: 'whole', number: 'done' })).items).toHaveLength(5);
  });

  it('go by unit, and within one step', async () => {
    const { items } = await get('stages', { ...ever, by: 'unit', step: 'handle' });
    expect(items.map(({ owner }: Json) => owner.title).sort()).toEqual(['housing', 'transport']);
    expect((await supervisor.get('/api/v1/stages?process=nothing')).status).toBe(404);
  });
});

describe('the counters', () => {
  it('say how many now, how often, how many more than once and how long', async () => {
    const { items } = await get('counters', ever);
    const found = Object.fromEntries(items.map(({ name, ...rest }: Json) => [name, rest]));
    expect(found).toMatchObject({
      extension: { now: 0, ever: 2, more: 1 },
      hanging: { now: 1, ever: 1, more: 0 },
      shuffling: { now: 1, ever: 1, more: 0 },
      rework: { now: 1, ever: 1, more: 0 },
    });
    expect(found.extension.ms).toBeGreaterThan(3 * 86_400_000 - 1);
    const { items: lines } = await get('counters/matters', { ...ever, name: 'extension', of: 'more' });
    expect(lines).toMatchObject([
      { process: { id: ids['unlucky'] }, task: '办理', hands: { title: 'housing' }, times: 2 },
      { process: { id: ids['unlucky'] }, times: 2 },
    ]);
  });
});

describe('scores', () => {
  it('say why points were taken off, and each reason opens its matters', async () => {
    const { items } = await get('scores', october);
    const housing = items.find(({ owner }: Json) => owner.title === 'housing');
    expect(housing.deductions).toEqual([{ reason: 'ratedUnsolved', matters: 2, points: -30 }]);
    const wish = { ...october, owner: watched.unit('housing'), reason: 'ratedUnsolved' };
    const { items: matters } = await get('scores/matters', wish);
    expect(matters.map(({ id, points }: Json) => [nameOf(id), points]).sort()).toEqual([
      ['merged', -15],
      ['silent', -15],
    ]);
  });

  it('show the frequency of what is a sign by its number as a band, for each community', async () => {
    const { items } = await get('scores/bands', { period: '2025Q4' });
    expect(items).toMatchObject([{ place: { value: COMMUNITY }, period: '2025Q4', begun: 0, band: 'few' }]);
  });
});
