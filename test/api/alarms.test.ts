import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { levelOf, worstFirst } from '../../apps/api/alarms/alarm.ts';
import { counted } from '../../apps/api/alarms/counted.ts';
import type { Numbers } from '../../apps/api/alarms/numbers.ts';
import { skewOf } from '../../apps/api/alarms/services.ts';
import { en } from '../../apps/api/alarms/words-en.ts';
import { zh } from '../../apps/api/alarms/words-zh.ts';
import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { newId } from '../../prisma/id.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import type { Json, Visitor } from './visitor.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';

const now = new Date('2026-03-02T02:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const none = { count: 0, since: null };

const well: Numbers = {
  outbox: { ...none, lanes: null },
  tried: { ...none, lanes: null, most: null },
  ...{ commands: none, notices: none, failed: none, unmailed: none, nobody: none, standIns: none },
  ...{ archive: none, proposals: none, locked: none, vacant: 0, withoutRules: 0 },
  ...{ publishedThrough: '2026-12-31', now },
};

describe('what was counted', () => {
  it('is all well when nothing lies there', () => {
    expect(counted(well).filter(({ level }) => level !== 'ok')).toEqual([]);
  });

  const one = (minutes: number) => ({ count: 1, since: ago(minutes) });
  it.each<[string, Partial<Numbers>, string, string]>([
    ['an errand of half a minute', { outbox: { ...one(0.5), lanes: 'start' } }, 'outbox', 'ok'],
    ['an errand of two minutes', { outbox: { ...one(2), lanes: 'start' } }, 'outbox', 'warning'],
    ['an errand of ten minutes', { outbox: { ...one(10), lanes: 'start' } }, 'outbox', 'alarm'],
    ['the second try', { tried: { ...one(1), lanes: 'notice', most: 2 } }, 'lanes', 'ok'],
    ['the ninth try', { tried: { ...one(5), lanes: 'notice', most: 9 } }, 'lanes', 'warning'],
    ['the twelfth try', { tried: { ...one(60), lanes: 'notice', most: 12 } }, 'lanes', 'alarm'],
    ['an act of a minute', { commands: one(1) }, 'commands', 'ok'],
    ['an act of twenty minutes', { commands: one(20) }, 'commands', 'alarm'],
    ['a notice of half an hour', { notices: one(30) }, 'notices', 'warning'],
    ['a notice that failed', { failed: one(9_000) }, 'failed', 'warning'],
    ['a notice that is read in the console alone', { unmailed: one(9_000) }, 'mail', 'ok'],
    ['a task for nobody', { nobody: one(0) }, 'nobody', 'alarm'],
    ['a task passed upwards', { standIns: one(0) }, 'standIns', 'warning'],
    ['a unit without an A post', { vacant: 1 }, 'vacant', 'warning'],
    ['a district without rules', { withoutRules: 1 }, 'rules', 'alarm'],
    ['a calendar of 60 days', { publishedThrough: '2026-05-01' }, 'calendar', 'ok'],
    ['a calendar of 59 days', { publishedThrough: '2026-04-30' }, 'calendar', 'warning'],
    ['a calendar of ten days', { publishedThrough: '2026-03-12' }, 'calendar', 'alarm'],
    ['no calendar', { publishedThrough: null }, 'calendar', 'alarm'],
    ['a proposal of a day', { proposals: one(1_440) }, 'proposals', 'ok'],
    ['a proposal of four days', { proposals: one(4 * 1_440) }, 'proposals', 'warning'],
    ['a process closed two hours ago', { archive: one(120) }, 'archive', 'warning'],
    ['a locked account', { locked: one(0) }, 'locked', 'warning'],
  ])('%s', (_what, numbers, name, level) => {
    const found = counted({ ...well, ...numbers });
    expect(found.find((finding) => finding.name === name)?.level).toBe(level);
    expect(found.filter((finding) => finding.name !== name && finding.level !== 'ok')).toEqual([]);
  });

  it.each([
    [0, 'ok'],
    [1, 'warning'],
    [2, 'alarm'],
    [3, 'alarm'],
  ])('%i against one and two is %s', (value, level) => expect(levelOf(value, [1, 2])).toBe(level));

  it.each([
    ['within the time that asking took', 500, 'ok', 0],
    ['ahead', 6_000, 'warning', 5],
    ['far behind', -30_000, 'alarm', 30],
  ])('a clock that is %s', (_how, offset, level, seconds) => {
    const [asked, answered] = [new Date(0), new Date(1_000)];
    expect(skewOf(new Date(offset), asked, answered)).toMatchObject({ level, count: seconds });
  });

  it('stands the worst first', () => {
    const found = counted({ ...well, vacant: 2, nobody: one(1) });
    expect(
      worstFirst(found)
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['nobody', 'vacant']);
  });

  it('leaves the same gaps to be filled in both languages', () => {
    const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
    const all = (book: typeof en) =>
      Object.entries(book).map(([name, { ok, bad, advice }]) => [name, gaps(ok), gaps(bad), gaps(advice)]);
    expect(all(en)).toEqual(all(zh));
  });
});

describe('the page of alarms', () => {
  let house: House;
  let system: Visitor;
  beforeAll(async () => {
    const environment = {
      TEMPORAL_ADDRESS: await temporalAddress(),
      MINQING_TASK_QUEUE: `alarms-${randomUUID()}`,
    };
    house = await openHouse({ environment });
    const inForce = { policy: await loadPolicy('dongsheng'), calendar: await loadCalendar('cn') };
    await loadPolicies(house.db, [inForce], new Date('2018-01-01'));
    system = await house.as('system');
  });
  afterAll(() => house.close());

  const named = async (name: string): Promise<Json> =>
    (await system.get('/api/v1/alarms')).body.items.find((one: Json) => one.name === name);

  /** Many pages share a look of some seconds, so a change is waited for. */
  async function becomes(name: string, level: string): Promise<Json> {
    for (let tries = 0; tries < 100; tries += 1) {
      const found = await named(name);
      if (found?.level === level) return found;
      await pause(100);
    }
    throw new Error(`${name} does not become ${level}`);
  }

  it.each([
    ['system', 200],
    ['security', 200],
    ['supervisor', 200],
    ...['auditor', 'community', 'housing', 'deputy', 'grid', 'resident'].map((one) => [one, 403] as const),
  ] as const)('is for those who look after the house: %s %i', async (account, status) => {
    expect((await (await house.as(account)).get('/api/v1/alarms')).status).toBe(status);
  });

  it('says what is away and what to do, in both languages', async () => {
    const worker = await named('worker');
    expect([worker.level, worker.since, worker.advice]).toEqual([
      'alarm',
      expect.any(String),
      zh.worker.advice,
    ]);
    for (const name of ['database', 'migrations', 'temporal', 'skew', 'rules'])
      expect([name, (await named(name)).level]).toEqual([name, 'ok']);
    const english = (await system.get('/api/v1/alarms', { 'accept-language': 'en' })).body.items;
    expect(JSON.stringify(english)).not.toMatch(/\p{Script=Han}|\{\w+\}/u);
    expect(english[0].level).toBe('alarm');
  });

  it('shows an errand that nobody takes, and that it was taken', async () => {
    const { pool } = house.db;
    const id = newId();
    await pool.query(
      `insert into outbox (id, lane, process_id, payload, due_at) values ($1, 'notice', $2, '{}', now() - interval '10 minutes')`,
      [`notice:${id}`, id],
    );
    const late = await becomes('outbox', 'alarm');
    expect([late.count, late.sentence]).toEqual([1, '1 项待发事务已到时间而没有处理（通知）。']);
    await pool.query('update outbox set done_at = now() where id = $1', [`notice:${id}`]);
    expect((await becomes('outbox', 'ok')).advice).toBeNull();
  });

  it('counts as failed what did not arrive at all, and not what stands in the console or is told by a person', async () => {
    const insert = `insert into notice (id, process_id, person_id, channel, template, facts, not_before, delivered_at, failed_at, failure)
      values ($1, $2, $3, $4, $5, '{}', now(), $6, $7, $8)`;
    const [process, person, at] = [newId(), newId(), new Date()];
    const row = (event: string, channel: string, failure: string | null, template = 'yellow') => {
      const moments = failure === null ? [at, null] : [null, at];
      const id = `${process}.${event}.${channel}.${person}`;
      return house.db.pool.query(insert, [id, process, person, channel, template, ...moments, failure]);
    };
    await row('n1', 'console', null);
    await row('n1', 'email', 'noMailServer');
    await row('n2', 'phone', 'notByItself', 'told.registered');
    await row('n3', 'console', null);
    await row('n3', 'email', 'overtaken');
    await row('n4', 'email', 'noMailServer', 'told.result');
    const failed = await becomes('failed', 'warning');
    const { count, level, sentence } = await named('mail');
    expect([failed.count, count, level]).toEqual([1, 1, 'ok']);
    expect(sentence).toBe('近 7 天有 1 条通知因没有设置邮件服务器而只在系统内送达。');
  });

  it('says when Temporal is away: then nobody knows of the workers', async () => {
    const lonely = await openHouse();
    const { items } = (await (await lonely.as('system')).get('/api/v1/alarms')).body;
    const levels = new Map(items.map(({ name, level }: Json) => [name, level]));
    expect([levels.get('temporal'), levels.get('worker')]).toEqual(['alarm', 'warning']);
    await lonely.close();
  });

  it('leads administrators to where it is mended, and nobody else', async () => {
    await house.db.pool.query(`update post set ended_at = now() where unit_id = $1 and rank = 'A'`, [
      house.ids.units.get('transport'),
    ]);
    expect((await becomes('vacant', 'warning')).href).toBe('/units?vacant=true');
    const supervisor = await house.as('supervisor');
    const { items } = (await supervisor.get('/api/v1/alarms')).body;
    expect(items.find(({ name }: Json) => name === 'vacant').href).toBeNull();
  });
});
