import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse';
import { waitUntil } from '../../apps/local/wait.ts';
import { momentReader } from '../../apps/local/import/moment.ts';
import { Clock } from '../../workflows/rules/clock.ts';
import { FILES, MAPPING, emptyHouse, fileOf, openCourse } from './course-of-boston.ts';
import { runImport, written } from './files.ts';

/**
 * Rows of each file. All of them become running processes, which takes a worker about 50 ms of one core each: the
 * whole measure is MINQING_IMPORT_ROWS=1000 (3,000 processes), and it prints how long each part took.
 */
const ROWS = Number(process.env['MINQING_IMPORT_ROWS'] ?? 100);
const PATIENCE = 60_000 + ROWS * 1_500;

/** The city's data lie beside the project; they are read from there and never copied in. */
const files = FILES.filter((file) => existsSync(fileOf(file)));

type Case = { external: string; id: string; seq: number; body: Clock };

async function targets(): Promise<Map<string, number>> {
  const read = momentReader('MM/DD/YYYY hh:mm:ss A');
  const found = new Map<string, number>();
  for (const file of files) {
    const rows = createReadStream(fileOf(file)).pipe(parse({ columns: true, to: ROWS }));
    for await (const row of rows)
      found.set(`boston-311:${row.CASE_ENQUIRY_ID}`, read(row.TARGET_DT, '-05:00')?.getTime() ?? 0);
  }
  return found;
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (ROWS > 100) process.stderr.write(`${what}: ${seconds} s\n`);
  return result;
}

describe('the example that ships', () => {
  it('fits rows of the form that the city publishes, blank neighbourhoods and unknown departments included', async () => {
    const house = await emptyHouse();
    const columns = 'CASE_ENQUIRY_ID,OPEN_DT,TYPE,Department,neighborhood,CASE_TITLE,REASON,Location';
    const rows = [
      '1,03/03/2015 04:37:06 PM,CE Collection,PWDx,Back Bay,Bags,Street Cleaning,1 Any St',
      '2,07/02/2015 10:00:00 AM,Utility Call-In,NEW,,Hydrant,Utilities,2 Any St',
      '3,12/31/2014 10:00:00 AM,Heat,ISD,Boston,No heat,Housing,3 Any St',
    ];
    const file = written('example.csv', `${[columns, ...rows].join('\n')}\n`);
    const { code, counts, said } = await runImport('--mapping', MAPPING, file);
    expect([code, counts]).toEqual([1, { rows: 3, imported: 2, known: 0, rejected: 1 }]);
    expect(said).toContain('line 4: opened: lies before 2015-01-01, where the calendar "boston-2015" begins');
    const { rows: receipts } = await house.db.pool.query('select receipt from intake order by external');
    expect(receipts.map(({ receipt }) => receipt)).toEqual(['BOS02-150304-00001', 'BOS-150702-00001']);
    await house.end();
  });
});

if (files.length === FILES.length)
  describe('real rows of three files', () => {
    let course: Awaited<ReturnType<typeof openCourse>>;

    const clocks = async (of: 'task' | 'matter', source = 'boston-311'): Promise<Case[]> => {
      const { rows } = await course.db.pool.query(
        `select i.external, i.id, p.seq, c.body from clock c join intake i on i.id = c.process_id join process p on p.id = i.id
       where c.body ->> 'of' = $1 and i.external like $2 order by i.external`,
        [of, `${source}:%`],
      );
      return rows.map((row) => ({ ...row, body: Clock.parse(row.body) }));
    };

    beforeAll(async () => {
      course = await openCourse();
      for (const file of files) {
        const imported = () => runImport('--mapping', MAPPING, '--limit', String(ROWS), fileOf(file));
        const { code, counts } = await timed(`${ROWS} rows of ${file} imported`, imported);
        expect([code, counts]).toEqual([0, { rows: ROWS, imported: ROWS, known: 0, rejected: 0 }]);
      }
      await timed(`${ROWS * files.length} processes opened`, () => course.open());
      const isStruck = async () =>
        (await course.count(`card where level = 'letter'`)) === ROWS * files.length;
      const patience = async () => expect(await waitUntil(isStruck, PATIENCE)).toBe(true);
      await timed('the last rung struck', patience);
    }, 2 * PATIENCE);
    afterAll(() => course.end());

    it('become as many running processes, each at step 3 with its lead', async () => {
      const { rows } = await course.db.pool.query(
        `select status, step, count(*)::int as n, count(number)::int as numbered, count(lead_unit_id)::int as led
       from matter group by 1, 2`,
      );
      const n = ROWS * files.length;
      expect(rows).toEqual([{ status: 'open', step: 'handle', n, numbered: n, led: n }]);
      const isRunning = `ExecutionStatus = 'Running' AND TaskQueue = '${course.queue}'`;
      const allRun = async () => (await course.client.workflow.count(isRunning)).count === n;
      expect(await waitUntil(allRun, 20_000)).toBe(true); // the list of what runs lags behind
    });

    it('are due when the city said, within 120 s, in at least 99.5 of 100 cases', async () => {
      const [wanted, tasks] = [await targets(), await clocks('task')];
      expect(tasks).toHaveLength(wanted.size);
      const agreeing = tasks.filter(
        ({ external, body }) =>
          Math.abs(Date.parse(body.dueAt ?? '') - (wanted.get(external) ?? 0)) <= 120_000,
      );
      expect(agreeing.length / tasks.length).toBeGreaterThanOrEqual(0.995);
    });

    it('lie in 2015, so of each clock only the highest rung is carried out; the others are overtaken', async () => {
      for (const [of, last] of [
        ['task', 'letter'],
        ['matter', 'overdue'],
      ] as const) {
        for (const { body } of await clocks(of)) {
          expect(body.fired.filter(({ overtaken }) => !overtaken).map(({ rung }) => rung)).toEqual([last]);
          expect(body.fired.at(-1)?.rung).toBe(last);
          expect(body.fired.length).toBeGreaterThan(1);
        }
      }
      const levels = await course.db.pool.query('select level, count(*)::int as n from card group by 1');
      expect(levels.rows).toEqual([{ level: 'letter', n: ROWS * files.length }]);
    });

    it('stay so when the worker is another one: nothing is struck again', async () => {
      const [before, entries] = [await clocks('task'), await course.count('journal')];
      await course.restart();
      const sample = before.filter((_, i) => i % Math.ceil(before.length / 60) === 0);
      const answers = await Promise.all(sample.map(({ id, seq }) => course.pull(id, seq)));
      expect(answers.flatMap((answer) => answer.entries)).toEqual([]);
      expect(await clocks('task')).toEqual(before);
      expect(await course.count('journal')).toBe(entries);
    }, 60_000);

    it('taken as received today, run from now on, and say that the holidays are not published', async () => {
      const before = Date.now();
      const mapping = written(
        'today.yaml',
        readFileSync(MAPPING, 'utf8').replace('source: boston-311', 'source: today'),
      );
      for (const file of files) await runImport('--mapping', mapping, '--now', '--limit', '3', fileOf(file));
      await course.open();
      const all = await clocks('task', 'today');
      expect(all).toHaveLength(9);
      for (const { body } of all) {
        expect(Date.parse(body.startedAt)).toBeGreaterThanOrEqual(before);
        expect(Date.parse(body.dueAt ?? '')).toBeGreaterThan(before + 8 * 3_600_000);
        expect(body.fired).toEqual([]);
        expect(body.unpublishedFrom).toBe(body.term === '1wd' ? '2016-01-02' : undefined);
      }
    });
  });
