import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { freePort } from '../../apps/local/ports.ts';
import { signIn } from '../../apps/local/seed/client.ts';
import type { Visitor } from '../../apps/local/seed/client.ts';
import { Matter, openOf } from '../../apps/local/seed/matter.ts';
import type { Demo } from '../../prisma/demo/check.ts';
import type { Course } from '../../prisma/demo/matter.ts';
import { readDemo } from '../../prisma/demo/read.ts';
import { DemoRole } from '../../prisma/demo/records.ts';
import { createTestDatabase } from '../setup/database.ts';
import type { TestDatabase } from '../setup/database.ts';
import { Launcher } from './launcher.ts';

const place = mkdtempSync(path.join(tmpdir(), 'minqing-seed-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

let demo: Demo;
beforeAll(async () => (demo = await readDemo()));

const fileOf = (home: string) => path.join(home, 'demo-accounts.json');
const modeOf = (file: string) => statSync(file).mode & 0o777;

/** Where each course ends, and which tasks are open there. */
const courses: Record<Course, [step: string, ending: string | null, ...open: string[]]> = {
  received: ['analyse', null, 'analyse'],
  analysed: ['ledger', null, 'register'],
  handling: ['handle', null, 'handle'],
  handlingLate: ['handle', null, 'handle'],
  suspended: ['handle', null, 'handle', 'suspensionReview'],
  returnAsked: ['handle', null, 'handle', 'returnDecision'],
  extensionAsked: ['handle', null, 'handle', 'extensionDecision'],
  extensionAskedAgain: ['handle', null, 'handle', 'extensionDecision'],
  checking: ['handle', null, 'check'],
  toTell: ['feedBack', null, 'tell'],
  rating: ['evaluate', null, 'rate'],
  // the window of rating closes days later; then the call-back follows by itself
  callBack: ['evaluate', null, 'rate'],
  rehandling: ['handle', null, 'handle'],
  assessing: ['assess', null, 'score'],
  appealed: ['assess', null, 'appealDecision'],
  archived: ['assess', 'closed'],
  notAccepted: ['analyse', 'notAccepted'],
  merged: ['analyse', 'merged'],
  withdrawn: ['analyse', 'withdrawn'],
};

const Accounts = z.array(z.object({ account: z.string(), password: z.string(), role: z.string() }));
const Seen = Matter.extend({
  words: z.string(),
  colour: z.string().nullable(),
  facts: z.record(z.string(), z.json()),
});
type Seen = z.infer<typeof Seen>;

describe('the demo district', () => {
  const home = path.join(place, 'home');
  let database: TestDatabase;
  let launcher: Launcher;
  let matters: Map<string, Seen>;

  beforeAll(async () => {
    database = await createTestDatabase();
    mkdirSync(home);
    writeFileSync(path.join(home, 'seeded'), ''); // it is put in by the test itself, with an interruption
    const environment = { DATABASE_URL: database.url, MINQING_LIMIT_FACTOR: '100' };
    launcher = new Launcher(home, await freePort(), environment);
    await launcher.ready();
  }, 300_000);

  afterAll(async () => {
    if (launcher.isLocked) await launcher.stop();
    await database.drop();
  });

  const url = () => `http://127.0.0.1:${launcher.port}`;
  const accounts = () => Accounts.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')));
  const enter = (name: string): Promise<Visitor> =>
    signIn(url(), name, accounts().find(({ account }) => account === name)?.password ?? '');

  /** Runs the seed; with `until` it is killed as soon as it has said that. Answers all that it said. */
  async function seed(until?: string): Promise<{ code: number | null; said: string }> {
    const env = {
      ...process.env,
      ...{ DATABASE_URL: database.url, MINQING_HOME: home, MINQING_PORT: String(launcher.port) },
      MINQING_MASTER_KEY_FILE: path.join(home, 'master.key'),
      NODE_OPTIONS: '',
    };
    const child = spawn(process.execPath, ['dist/apps/local/seed.js'], { env });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += String(chunk);
        if (until !== undefined && said.includes(until)) child.kill('SIGKILL');
      });
    const [code] = await once(child, 'close');
    return { code: code as number | null, said };
  }

  async function ask(select: string): Promise<Record<string, number>> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(select);
    await client.end();
    return rows[0];
  }

  /** How much of everything the seed puts in there is. Sessions are opened by every run, and quarters begin by themselves. */
  function counts(): Promise<Record<string, number>> {
    const tables = ['person', 'post', 'absence', 'intake', 'words', 'command', 'matter'];
    const lists = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
    const acted = 'select process_id from command';
    return ask(`select ${lists.join(', ')},
      (select count(*)::int from task where process_id in (${acted})) as task,
      (select count(*)::int from process where id in (${acted})) as process`);
  }

  async function readAll(): Promise<Map<string, Seen>> {
    const supervisor = await enter('supervisor.qin');
    const List = z.object({ items: z.array(z.object({ href: z.string() })) });
    const { items } = await supervisor.get('/api/v1/matters?limit=200', List);
    const seen = await Promise.all(items.map(({ href }) => supervisor.get(href, Seen)));
    const keyOf = new Map(demo.matters.map(({ words, key }) => [words, key]));
    return new Map(seen.map((matter) => [keyOf.get(matter.words) ?? matter.words, matter]));
  }

  it('is put in to the end also when it was cut short before', async () => {
    const cut = await seed('9 of 66 matters');
    expect(cut.code).toBeNull();
    const { code, said } = await seed();
    expect([code, said.split('\n').slice(-3, -1)]).toEqual([
      0,
      ['66 of 66 matters', `${demo.processes.length} processes besides`],
    ]);
    expect(modeOf(fileOf(home))).toBe(0o600);
    matters = await readAll();
    expect([...matters.keys()]).toEqual(expect.arrayContaining(demo.matters.map(({ key }) => key)));
  }, 300_000);

  it.each(Object.entries(courses))(
    'has brought what is %s as far as that',
    (course, [step, ending, ...open]) => {
      const keys = demo.matters.filter((matter) => matter.course === course).map(({ key }) => key);
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) {
        const matter = matters.get(key);
        expect([key, matter?.step?.value, matter?.ending]).toEqual([key, step, ending]);
        const kinds = matter?.tasks.filter(({ status }) => status === 'open').map(({ kind }) => kind) ?? [];
        expect([key, ...new Set(kinds.filter((kind) => kind !== 'assist'))]).toEqual([key, ...open]);
      }
    },
  );

  it('shows in the ledger what triage came to, whichever way a matter came in', () => {
    for (const { key, triage, course } of demo.matters) {
      if (['received', 'notAccepted', 'merged', 'withdrawn'].includes(course)) continue;
      const { importance, urgency, size, mode } = triage;
      expect([key, matters.get(key)?.facts]).toEqual([
        key,
        expect.objectContaining({ importance, urgency, size, mode, lead: expect.any(String) }),
      ]);
    }
  });

  it('has matters on time, late and standing still', () => {
    const leadOf = (key: string) => openOf(matters.get(key) as Seen, 'handle')[0];
    // terms of red and orange run by the clock; how late the others are depends on the holidays around today
    const byClock = ({ key }: { key: string }) => ['red', 'orange'].includes(matters.get(key)?.colour ?? '');
    const handling = demo.matters.filter(({ course }) => course.startsWith('handling')).filter(byClock);
    const late = handling.filter(({ key }) => leadOf(key)?.['isOverdue'] === true);
    expect([handling.length, late.map(({ course }) => course)]).toEqual([3, ['handlingLate']]);
    const suspended = demo.matters.filter(({ course }) => course === 'suspended');
    expect(suspended.map(({ key }) => leadOf(key)?.['isPaused'])).toEqual(suspended.map(() => true));
  });

  it.each([
    ['resident.li', 'rate'],
    ['grid.wang', 'handle'],
    ['community.liu', 'analyse'],
    ['community.lin', 'demandList'],
    ['street.zheng', 'approve', 'check', 'extensionDecision'],
    ['street.yuan', 'holdMeeting'],
    ['clerk.chengguan', 'answer', 'claim', 'serve'],
    ['clerk.zhujian', 'handle', 'claim', 'serve', 'record'],
    ['clerk.minzheng', 'serviceList'],
    ['supervisor.qin', 'judge', 'assign', 'confirm', 'appealDecision'],
    ['deputy.du', 'attend', 'learn'],
    ['callback.yao', 'callBack'],
  ])('gives %s something to do', async (account, ...kinds) => {
    const Tasks = z.object({ items: z.array(z.object({ kind: z.string() })) });
    const { items } = await (await enter(account)).get('/api/v1/tasks?limit=100', Tasks);
    expect([...new Set(items.map(({ kind }) => kind))]).toEqual(expect.arrayContaining(kinds));
  });

  it('has matters enough that are rated for rates and scores to say something', () => {
    const isRated = ({ tasks }: Seen) => tasks.some(({ outcome }) => outcome === 'rateResult');
    expect([...matters.values()].filter(isRated).length).toBeGreaterThanOrEqual(10);
  });

  it('leaves hardly a task to a superior, and none to nobody', async () => {
    const { superiors, nobody } = await ask(`
      select count(*) filter (where route.person_id is not null)::int as superiors,
             count(*) filter (where route.person_id is null)::int as nobody
      from task_route route join task on task.id = task_id where status = 'open'`);
    expect(superiors).toBeLessThanOrEqual(2);
    expect(nobody).toBe(0);
  });

  it('counts no notice as failed because a home has no mail server', async () => {
    const Alarms = z.object({ items: z.array(z.object({ name: z.string(), count: z.number() })) });
    const { items } = await (await enter('system.kong')).get('/api/v1/alarms', Alarms);
    const countOf = (name: string) => items.find((one) => one.name === name)?.count;
    expect(countOf('failed')).toBe(0);
    expect(countOf('mail')).toBeGreaterThan(0);
  });

  it.each(DemoRole.options)('lets a %s in', async (role) => {
    const { account } = accounts().find((one) => one.role === role) ?? { account: '' };
    const Current = z.object({ capacities: z.array(z.string()) });
    const { capacities } = await (await enter(account)).get('/api/v1/sessions/current', Current);
    expect(capacities).toContain(role);
  });

  it('stays as it is when it is put in once more', async () => {
    const [before, file] = [await counts(), readFileSync(fileOf(home), 'utf8')];
    expect((await seed()).code).toBe(0);
    expect(await counts()).toEqual(before);
    expect(readFileSync(fileOf(home), 'utf8')).toBe(file);
  });

  it('tells in a sentence when the passwords of this home open nothing', async () => {
    const kept = readFileSync(fileOf(home), 'utf8');
    const [account] = accounts().filter((one) => one.account === 'supervisor.qin');
    writeFileSync(fileOf(home), kept.replace(account?.password ?? '', 'another-password'));
    const { code, said } = await seed();
    expect(code).toBe(1);
    expect(said).toContain('supervisor.qin of the demo district cannot sign in.');
    expect(said).not.toMatch(/^ +at /m);
    writeFileSync(fileOf(home), kept);
  });
});
