import { createHash } from 'node:crypto';
import { NativeConnection } from '@temporalio/worker';
import pino from 'pino';
import { openCourse } from '../../apps/api/course-given.ts';
import type { Course } from '../../apps/api/course/course.ts';
import { archiving } from '../../apps/worker/archive/archiving.ts';
import { Lane } from '../../apps/worker/outbox/lane.ts';
import { canonical } from '../../prisma/canonical.ts';
import { openDatabase } from '../../prisma/client.ts';
import type { Database } from '../../prisma/client.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { pagesOf, textOf } from './documents/pdf-pages.ts';
import { openWorks } from './works.ts';
import type { Works } from './works.ts';
import { visitor } from './visitor.ts';
import type { Json, Visitor } from './visitor.ts';

let works: Works;
let auditor: Visitor;
let clerk: Visitor;
let housing: Visitor;
let lane: Lane;
let connection: NativeConnection;
/** A matter that went all the way with an extension and a refused attempt, and one that is open. */
let closed: { id: string; receipt: string; number: string };
let running: { id: string };

const place = '150602001001001';
const unit = (code: string) => works.ids.units.get(code);
const person = (account: string) => works.ids.people.get(account);
const triage = () => ({ importance: 2, urgency: 2, size: 'small', lead: unit('housing'), mode: 'team' });
const because = { grounds: '等待配件到货。' };

async function reported(): Promise<{ id: string; receipt: string; code: string }> {
  const report = { kind: 'housing.lift', place, words: '电梯又坏了，老人下不了楼。' };
  const { body } = await visitor(works.app).post('/api/v1/matters', report);
  await works.begun(body.id);
  return body;
}

/** Handles a matter as far as its result: extended once, and one attempt refused. */
async function handled(id: string): Promise<void> {
  await works.does(clerk, id, 'acceptMatter', triage());
  await works.does(clerk, id, 'registerMatter');
  await works.does(housing, id, 'askExtension', { length: '1wd-eod', ...because });
  await works.does(clerk, id, 'grantExtension', because);
  const { body } = await housing.get(`/api/v1/matters/${id}`);
  const task = body.tasks.find((one: Json) => one.status === 'open' && one.kind === 'handle');
  await housing.post(`/api/v1/tasks/${task.id}/acts/claimTask`, {});
  expect((await housing.post(`/api/v1/tasks/${task.id}/acts/claimTask`, {})).status).toBe(409);
}

async function finished(id: string, secret: { receipt: string; code: string }): Promise<void> {
  await works.does(housing, id, 'submitResult', { result: '已更换钢丝绳。' });
  await works.does(clerk, id, 'acceptResult');
  const opened = await visitor(works.app).post('/api/v1/receipts', secret);
  const resident = visitor(works.app, { authorization: `Bearer ${opened.body.token}` });
  await works.does(resident, id, 'rateResult', {
    contacted: 'yes',
    solved: 'yes',
    satisfaction: 'satisfied',
  });
  await works.does(housing, id, 'acceptScore');
}

beforeAll(async () => {
  works = await openWorks();
  [auditor, clerk, housing] = await Promise.all([
    works.as('auditor'),
    works.as('community'),
    works.as('housing'),
  ]);
  const { id, receipt, code } = await reported();
  await handled(id);
  await finished(id, { receipt, code });
  const { number } = (await auditor.get(`/api/v1/matters/${id}`)).body;
  closed = { id, receipt, number };
  running = await reported();
  await handled(running.id);
  connection = await NativeConnection.connect({ address: await temporalAddress() });
  const course: Course = works.app.get(openCourse);
  const temporal = { client: course.client, connection };
  lane = new Lane(works.db, archiving(works.db, temporal), pino({ level: 'silent' }));
}, 120_000);
afterAll(async () => {
  await connection.close();
  await works.close();
});

const search = async (query: string, who = auditor): Promise<Json[]> =>
  (await who.get(`/api/v1/audits?${query}`)).body.items;
const idsOf = (lines: Json[]) => lines.map(({ id }) => id);
const read = async (id: string, part: string, who = auditor) =>
  (await who.get(`/api/v1/audits/${id}/${part}`)).body;

describe('the search', () => {
  it('finds by a part of the ledger or the receipt number, and says so', async () => {
    const [byNumber] = await search(`q=${closed.number.slice(-6)}`);
    expect(byNumber).toMatchObject({ id: closed.id, href: `/api/v1/audits/${closed.id}` });
    expect(byNumber.reasons[0].what).toBe(`编号 ${closed.number}`);
    expect(idsOf(await search(`q=${closed.receipt.slice(4)}`))).toEqual([closed.id]);
    expect(await search('q=%25%25')).toEqual([]);
  });

  it('finds by who did what, and tells the latest of it', async () => {
    const [line] = await search(`person=${person('housing')}&happened=asked:extension&ending=closed`);
    expect(line.id).toBe(closed.id);
    expect(line.reasons[0]).toMatchObject({ who: 'housing', what: '申请延期（办理）' });
    expect(await search(`person=${person('transport')}`)).toEqual([]);
    expect(await search(`person=${person('community')}&happened=asked:extension`)).toEqual([]);
    expect(idsOf(await search(`person=${person('housing')}&unit=${unit('housing')}`))).toEqual([
      running.id,
      closed.id,
    ]);
  });

  it('finds by rule, time, refused acts and process, page by page', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { items: rules } = (await auditor.get('/api/v1/audits/choices/rules')).body;
    expect(idsOf(await search(`rule=${rules[0].value}`))).toEqual([running.id, closed.id]);
    expect(await search('rule=dongsheng@1900.1')).toEqual([]);
    expect(idsOf(await search(`when=closed&from=${today}&until=${today}`))).toEqual([closed.id]);
    expect(await search('when=any&until=2000-01-01')).toEqual([]);
    expect(await search(`happened=refused&person=${person('housing')}`)).toHaveLength(2);
    const first = (await auditor.get(`/api/v1/audits?limit=1&when=any&from=${today}`)).body;
    const second = await search(`limit=1&when=any&from=${today}&cursor=${first.nextCursor}`);
    expect(idsOf([...first.items, ...second])).toEqual([running.id, closed.id]);
  });

  it('offers what it can be set to: people also after they have left, and no residents', async () => {
    const listed = async (list: string) =>
      (await auditor.get(`/api/v1/audits/choices/${list}`)).body.items as Json[];
    await works.db.pool.query('update post set ended_at = now() where person_id = $1', [person('deputy')]);
    const people = (await listed('people')).map(({ value }) => value);
    expect(people).toEqual(expect.arrayContaining([person('housing'), person('deputy')]));
    expect(people).not.toContain(person('resident'));
    expect((await listed('endings')).map(({ title }) => title)).toEqual(['办结归档']);
    const happenings = (await listed('happenings')).map(({ value }) => value);
    expect(happenings).toEqual(expect.arrayContaining(['rungReached:red', 'asked:return', 'refused']));
    expect((await listed('processes')).length).toBeGreaterThan(3);
  });

  it('is for auditors, and for supervisors within their place', async () => {
    expect(idsOf(await search('', await works.as('supervisor')))).toEqual([running.id, closed.id]);
    const paths = ['', `/${closed.id}`, `/${closed.id}/course`, `/${closed.id}/bundle.json`];
    for (const who of [clerk, housing, await works.as('security')])
      for (const path of paths) expect((await who.get(`/api/v1/audits${path}`)).status).toBe(403);
    const elsewhere = '150602099';
    const subdistrict = { code: elsewhere, parent: '150602', level: 'subdistrict', policy: null };
    const { loadTown } = await import('../../prisma/catalogue.ts');
    await loadTown(works.db, { places: [{ ...subdistrict, name: elsewhere, nameEn: elsewhere }] });
    await works.hire('far', { role: 'supervisor', unit: null, place: elsewhere });
    const far = await works.as('far');
    expect(await search('', far)).toEqual([]);
    expect((await far.get(`/api/v1/audits/${closed.id}`)).status).toBe(403);
  });
});

describe('the course', () => {
  it('says who did what on which ground under which rules, with refused attempts in their place', async () => {
    const { items } = await read(closed.id, 'course');
    const told = items.map(({ by, sentence }: Json) => `${by?.person?.title ?? ''} ${sentence}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'community 受理（分析研判）',
        'housing 申请延期（办理）',
        'community 同意延期（办理）',
        'housing 签收“办理”',
        'housing 想办“签收”，被拒绝：该任务已被签收。',
        'housing 提交结果（办理）',
      ]),
    );
    const asked = items.find(({ sentence }: Json) => sentence === '申请延期（办理）');
    expect(asked.fields).toEqual(expect.arrayContaining([{ title: '理由', text: because.grounds }]));
    expect(asked.policy).toMatch(/^dongsheng /);
    const refused = items.find(({ kind }: Json) => kind === 'refused');
    expect(refused).toMatchObject({ seq: null, command: expect.stringMatching(/-/) });
    const seqs = items.flatMap(({ seq }: Json) => seq ?? []);
    expect(seqs).toEqual(seqs.map((_: unknown, i: number) => i + 1));
    const byPeople = items.filter(({ by, seq }: Json) => by !== null && seq !== null);
    expect(byPeople.every(({ command }: Json) => command !== null)).toBe(true);
    expect(JSON.stringify(items)).not.toMatch(/undefined|\{\w+\}|w:[0-9a-f-]{36}/);
  });

  it('comes in pieces and in English', async () => {
    const first = await read(closed.id, 'course?limit=5');
    const second = await read(closed.id, `course?limit=200&cursor=${first.nextCursor}`);
    const english = await works.as('auditor', { 'accept-language': 'en' });
    const { items } = await read(closed.id, 'course', english);
    expect(first.items.length + second.items.length).toBe(items.length);
    expect(items.map(({ sentence }: Json) => sentence).join()).not.toMatch(/\p{Script=Han}/u);
  });

  it('keeps the resident’s name from whoever has given no reason', async () => {
    const { items } = await read(closed.id, 'course');
    const rated = items.find(({ by }: Json) => by?.role === 'resident');
    expect(rated.by.person).toBeNull();
  });

  it('explains each deadline, and names who granted the extension', async () => {
    const { items } = await read(closed.id, 'deadlines');
    const handling = items.find(({ title }: Json) => title === '办理');
    expect(handling).toMatchObject({
      isLate: false,
      extensions: [{ by: 'community', term: '1wd-eod' }],
    });
  });
});

describe('the head', () => {
  it('names the rules with the digest of their document', async () => {
    const { policy, links, number, ending } = (await auditor.get(`/api/v1/audits/${closed.id}`)).body;
    const { rows } = await works.db.pool.query('select body from policy_version where name = $1', [
      'dongsheng',
    ]);
    expect(policy.sha256).toBe(createHash('sha256').update(canonical(rows[0].body)).digest('hex'));
    expect([number, ending.title, links.page]).toEqual([
      closed.number,
      '办结归档',
      `/api/v1/matters/${closed.id}`,
    ]);
    const nothing = '00000000-0000-7000-8000-000000000000';
    expect((await auditor.get(`/api/v1/audits/${nothing}`)).status).toBe(404);
  });
});

type Verdicts = Record<string, string>;

async function verdicts(id: string): Promise<Verdicts> {
  const { checks } = await read(id, 'integrity');
  return Object.fromEntries(checks.map(({ name, verdict }: Json) => [name, verdict]));
}

const whole: Verdicts = {
  ...{ sequence: 'whole', state: 'whole', acts: 'whole', causes: 'whole', deadlines: 'whole' },
  ...{ witness: 'whole', archive: 'unchecked', words: 'whole', attachments: 'whole' },
};

describe('the record', () => {
  it('is compared with Temporal while it runs, and with the archive afterwards', async () => {
    expect(await verdicts(running.id)).toEqual(whole);
    const { items, source } = await read(running.id, 'events');
    expect(source).toBe('server');
    const acts = items.flatMap(({ causes }: Json) => causes).filter(({ kind }: Json) => kind === 'update');
    expect(acts.map(({ name }: Json) => name)).toEqual(
      expect.arrayContaining(['pull', 'acceptMatter', 'grantExtension']),
    );
    await lane.workOff();
    expect(await verdicts(closed.id)).toEqual({ ...whole, archive: 'whole' });
    expect((await read(closed.id, 'events')).source).toBe('archive');
  });

  it('links every entry with the act in Temporal that it came out of', async () => {
    const { items: lines } = await read(closed.id, 'course');
    const { items: turns, count } = await read(closed.id, 'events');
    expect(turns.flatMap(({ events }: Json) => events)).toHaveLength(count);
    for (const { seq, command } of lines.filter((line: Json) => line.seq !== null && line.command !== null)) {
      const turn = turns.find(({ entries }: Json) => entries.some((one: Json) => one.seq === seq));
      expect(turn.causes.map(({ id }: Json) => id)).toContain(command);
    }
  });
});

describe('a record that the owner of the database has tampered with', () => {
  let owner: Database;
  beforeAll(() => {
    const { url, db } = works;
    owner = openDatabase(url, { keys: db.keys, asService: false });
  });
  afterAll(() => owner.close());

  /** Changes what nobody may change, lets it be looked at, and puts it back. */
  async function tampered<T>(
    table: string,
    change: string,
    back: string,
    look: () => Promise<T>,
  ): Promise<T> {
    const freely = async (sql: string) => {
      await owner.pool.query(
        `alter table ${table} disable trigger append_only; ${sql}; alter table ${table} enable always trigger append_only`,
      );
    };
    await freely(change);
    try {
      return await look();
    } finally {
      await freely(back);
    }
  }

  const brokenIn = async (id = closed.id): Promise<Record<string, string[]>> => {
    const { checks, isWhole } = await read(id, 'integrity');
    expect(isWhole).toBe(false);
    const broken = checks.filter(({ verdict }: Json) => verdict === 'broken');
    return Object.fromEntries(
      broken.map(({ name, places }: Json) => [name, places.map(({ text }: Json) => text)]),
    );
  };

  it('shows the very entry that says something else', async () => {
    const { items } = await read(closed.id, 'course');
    const { seq } = items.find(({ sentence }: Json) => sentence === '同意延期（办理）');
    const set = (granted: boolean) =>
      `update journal set data = jsonb_set(data, '{event,isGranted}', '${granted}')
       where process_id = '${closed.id}' and seq = ${seq}`;
    const broken = await tampered('journal', set(false), set(true), () => brokenIn());
    expect(broken['witness']).toEqual([`第 ${seq} 条 · 与流程引擎的历史不同`]);
    expect(broken['state']?.[0]).toMatch(/^state\.requests\.r1\.status/);
  });

  it('shows an act that was moved to another hand, a lost entry, and one that was put in', async () => {
    const { items } = await read(closed.id, 'course');
    const { seq } = items.find(({ sentence }: Json) => sentence === '提交结果（办理）');
    const row = `process_id = '${closed.id}' and seq = ${seq}`;
    const hand = (account: string) =>
      `update journal set data = jsonb_set(data, '{by,person}', '"${person(account)}"') where ${row}`;
    const moved = await tampered('journal', hand('transport'), hand('housing'), () => brokenIn());
    expect(moved['acts']?.[0]).toBe(`第 ${seq} 条 · 没有对应的办理`);
    await owner.pool.query(`create table taken as select * from journal where ${row}`);
    const lost = await tampered(
      'journal',
      `delete from journal where ${row}`,
      'insert into journal select * from taken',
      () => brokenIn(),
    );
    expect(lost['sequence']).toEqual([`第 ${seq + 1} 条 · 序号不连续`]);
    expect(lost['witness']).toEqual([`第 ${seq} 条 · 流程引擎的历史中有，记录中没有`]);
    const put = `insert into journal (process_id, seq, at, type, data) select process_id, 999, at, type, data from taken`;
    const added = await tampered('journal', put, 'delete from journal where seq = 999', () => brokenIn());
    expect(added['sequence']).toEqual(expect.arrayContaining(['第 999 条 · 序号不连续']));
  });

  it('shows an entry that can no longer be read, and tells the rest all the same', async () => {
    const at = `where process_id = '${running.id}' and seq = 3`;
    await owner.pool.query(`create table kept as select * from journal ${at}`);
    const broken = await tampered(
      'journal',
      `update journal set data = '{}' ${at}`,
      `update journal set data = (select data from kept) ${at}`,
      async () => {
        const { items } = await read(running.id, 'course');
        expect(items.find(({ seq }: Json) => seq === 3).sentence).toBe('这一条记录已无法读取');
        return brokenIn(running.id);
      },
    );
    expect(broken['sequence']).toEqual(['第 3 条 · 无法读取']);
    expect(broken['state']?.[0]).toBe('第 3 条 · 从这一条起无法重推');
  });

  it('shows a changed state, a changed archive, and changed words', async () => {
    const step = (name: string) =>
      `update process set state = jsonb_set(state, '{step}', '"${name}"') where id = '${closed.id}'`;
    const { rows } = await owner.pool.query(`select state ->> 'step' as step from process where id = $1`, [
      closed.id,
    ]);
    await owner.pool.query(step('handle'));
    expect(await brokenIn()).toEqual({ state: ['state.step'] });
    await owner.pool.query(step(rows[0].step));
    const hash = (from: string, to: string) =>
      `update archive set sha256 = replace(sha256, '${from}', '${to}') where process_id = '${closed.id}'`;
    const { rows: kept } = await owner.pool.query('select sha256 from archive where process_id = $1', [
      closed.id,
    ]);
    await owner.pool.query(hash(kept[0].sha256, 'x'.repeat(64)));
    expect(Object.keys(await brokenIn())).toEqual(['archive']);
    await owner.pool.query(hash('x'.repeat(64), kept[0].sha256));
    await owner.pool.query(
      `update words set sealed = set_byte(sealed, 0, get_byte(sealed, 0) # 1) where id =
       (select id from words where matter_id = $1 and kind like 'askExtension%' limit 1)`,
      [closed.id],
    );
    const { words } = await brokenIn();
    expect(words?.[0]).toMatch(/^第 \d+ 条 · 内容被改动/);
    await owner.pool.query(
      `update words set sealed = set_byte(sealed, 0, get_byte(sealed, 0) # 1) where id =
       (select id from words where matter_id = $1 and kind like 'askExtension%' limit 1)`,
      [closed.id],
    );
    expect(await verdicts(closed.id)).toEqual({ ...whole, archive: 'whole' });
  });
});

describe('the file for a hearing', () => {
  it('is canonical JSON with the record as it lies there and the words beside it', async () => {
    const { body, headers } = await auditor.get(`/api/v1/audits/${closed.id}/bundle.json`);
    expect(headers['content-disposition']).toContain(`${encodeURIComponent(closed.number)}.json`);
    expect(body).toMatchObject({ format: 'minqing-audit-1', process: { number: closed.number } });
    expect(body.journal.map(({ seq }: Json) => seq)).toEqual(
      body.journal.map((_: unknown, i: number) => i + 1),
    );
    expect(body.words.map(({ text }: Json) => text)).toContain(because.grounds);
    expect(body.commands.some(({ status }: Json) => status === 'rejected')).toBe(true);
    expect([body.integrity.isWhole, body.archive.sha256]).toEqual([
      true,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    expect(body.printed.by).toBe('auditor');
  });

  it('is a paper with course, deadlines and checks, and taking it away stands in the course', async () => {
    const answer = await works.app.inject({
      method: 'GET',
      url: `/api/v1/audits/${closed.id}/bundle.pdf`,
      headers: auditor.headers,
    });
    const pages = pagesOf(answer.rawPayload);
    const text = pages.map(textOf).join('');
    for (const piece of [
      '过程审计材料',
      closed.number,
      '同意延期',
      because.grounds,
      '√ 相符',
      '被拒绝',
      '导出',
    ])
      expect(text).toContain(piece);
    expect(text).toContain(`第 1 页 共 ${pages.length} 页`);
    const { items } = await read(closed.id, 'course');
    const taken = items.filter(({ kind }: Json) => kind === 'access');
    expect(taken.map(({ sentence, by }: Json) => [sentence, by.person.title])).toEqual([
      ['导出审计材料（json）', 'auditor'],
      ['导出审计材料（pdf）', 'auditor'],
    ]);
  });
});
