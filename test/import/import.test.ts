import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { openWords } from '../../prisma/words.ts';
import { emptyHouse } from './course-of-boston.ts';
import { folder, runImport, written } from './files.ts';
import { HEADER, MAPPING, csv, mappingFile, row } from './hotline.ts';

type House = Awaited<ReturnType<typeof emptyHouse>>;
let house: House;
beforeEach(async () => {
  house = await emptyHouse();
});
afterEach(() => house.end());

const everything = 'intake, outbox, command, words, place, unit, kind, policy_version';
const counted = async () =>
  Promise.all(everything.split(', ').map(async (table) => [table, await house.count(table)] as const));

const errands = async () =>
  (await house.db.pool.query(`select payload from outbox where lane = 'start' order by id`)).rows.map(
    ({ payload }) => payload,
  );

const rejectsOf = (file: string): string[][] =>
  parse(readFileSync(`${file}.rejects.csv`), { bom: true, relax_column_count: true });

describe('good rows', () => {
  it('become matters that begin at step 3, with their words and contacts sealed', async () => {
    const file = written('good.csv', csv(HEADER, row(1), row(2, { 时限: '30d', 姓名: '', 电话: '' })));
    const { code, counts } = await runImport('--mapping', mappingFile(), file);
    expect([code, counts]).toEqual([0, { rows: 2, imported: 2, known: 0, rejected: 0 }]);
    const { rows } = await house.db.pool.query(
      `select i.*, w.hash, p.path from intake i join words w on w.id = i.words_id join place p on p.id = i.place_id order by external`,
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      ...{
        way: 'system',
        channel: 'file',
        answer_by: 'phone',
        kind: 'housing.lift',
        external: 'hotline:HX1',
      },
      ...{ path: '150602/150602001/150602001001', received_at: new Date('2024-03-04T09:15:00+08:00') },
    });
    expect(rows[1].contact_id).toBeNull();
    const [first] = (await errands())
      .sort((a, b) => a.facts.carried.term.length - b.facts.carried.term.length)
      .reverse();
    const { rows: units } = await house.db.pool.query(`select id from unit where code = 'housing'`);
    expect(first).toMatchObject({
      process: 'six-step',
      receivedAt: '2024-03-04T01:15:00.000Z',
      facts: {
        carried: { lead: units[0].id, term: '5wd-eod', startedAt: '2024-03-04T01:15:00.000Z' },
        ...{ importance: 2, urgency: 3, size: 'big', mode: 'team', colour: 'orange' },
      },
    });
    const said = await openWords(house.db, [first.facts.words]);
    expect([...said.values()]).toEqual(['电梯停了三天，老人下不了楼。']);
    expect(JSON.stringify(first)).not.toMatch(/某甲|139-0000|电梯停/);
  });

  it('are taken as received now where that is asked for', async () => {
    const before = Date.now();
    const file = written('now.csv', csv(HEADER, row(1)));
    await runImport('--mapping', mappingFile(), '--now', file);
    const [errand] = await errands();
    expect(Date.parse(errand.facts.carried.startedAt)).toBeGreaterThanOrEqual(before);
    expect(errand.receivedAt).toBe(errand.facts.carried.startedAt);
  });

  it('are the same from UTF-8, GB18030 and a workbook', async () => {
    const table = [HEADER, row(1), row(2)];
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('工单');
    for (const cells of table) sheet.addRow(cells);
    sheet.getRow(3).getCell(2).value = new Date('2024-03-04T09:15:00Z'); // Excel's own kind of date
    await book.xlsx.writeFile(path.join(folder, 'same.xlsx'));
    const files = [
      written('utf8.csv', `\uFEFF${csv(...table)}`),
      written('gb.csv', iconv.encode(csv(...table), 'gb18030')),
      path.join(folder, 'same.xlsx'),
    ];
    const seen = new Set<string>();
    for (const [i, file] of files.entries()) {
      const { code } = await runImport('--mapping', mappingFile({ source: `door${i}` }), file);
      expect(code).toBe(0);
      const { rows } = await house.db.pool.query(
        `select kind, answer_by, received_at, words_id from intake where external like $1`,
        [`door${i}:%`],
      );
      const { rows: words } = await house.db.pool.query('select id, hash from words where id = any($1)', [
        rows.map(({ words_id: id }) => id),
      ]);
      const texts = await openWords(
        house.db,
        words.map(({ id, hash }) => `w:${id}:${hash}`),
      );
      seen.add(JSON.stringify([rows.map(({ words_id: _words, ...rest }) => rest), [...texts.values()]]));
    }
    expect(seen.size).toBe(1);
  });

  it('add nothing when they come again, also when they say something else by now', async () => {
    const first = written('first.csv', csv(HEADER, row(1), row(2)));
    const mapping = mappingFile();
    await runImport('--mapping', mapping, first);
    const before = await counted();
    expect((await runImport('--mapping', mapping, first)).counts).toEqual({
      rows: 2,
      imported: 0,
      known: 2,
      rejected: 0,
    });
    const changed = written('changed.csv', csv(HEADER, row(1, { 内容: '修好了' }), row(2), row(2)));
    expect((await runImport('--mapping', mapping, changed)).counts).toMatchObject({ imported: 0, known: 3 });
    expect(await counted()).toEqual(before);
  });

  it('that stand twice in one file are taken once', async () => {
    const file = written('twice.csv', csv(HEADER, row(1), row(1), row(1, { 内容: '另一句' })));
    const { code, counts } = await runImport('--mapping', mappingFile(), file);
    expect([code, counts]).toEqual([0, { rows: 3, imported: 1, known: 2, rejected: 0 }]);
    expect(await house.count('intake')).toBe(1);
  });

  it('of two sources may have the same numbers', async () => {
    const file = written('scoped.csv', csv(HEADER, row(1)));
    await runImport('--mapping', mappingFile({ source: 'one' }), file);
    expect((await runImport('--mapping', mappingFile({ source: 'two' }), file)).counts).toMatchObject({
      imported: 1,
    });
  });

  it('are read only as far as the limit', async () => {
    const file = written('limit.csv', csv(HEADER, ...Array.from({ length: 450 }, (_, i) => row(i))));
    const { counts } = await runImport('--mapping', mappingFile(), '--limit', '7', file);
    expect(counts).toEqual({ rows: 7, imported: 7, known: 0, rejected: 0 });
  });
});

describe('bad rows', () => {
  const bad: [what: string, cells: string[], reason: string][] = [
    ['no number', row('', { 编号: ' ' }), 'external: "编号" is empty'],
    ['a number without end', row('', { 编号: 'H'.repeat(201) }), 'external: is longer than 200 characters'],
    ['no time', row(3, { 受理时间: '昨天' }), 'opened: "昨天" is not a time like YYYY-MM-DD HH:mm'],
    ['a day to come', row(4, { 受理时间: '2999-01-01 08:00' }), 'opened: 2999-01-01 08:00 has not come yet'],
    [
      'a day before the calendar',
      row(5, { 受理时间: '2017-12-31 08:00' }),
      'opened: lies before 2018-01-01, where the calendar "cn" begins',
    ],
    ['an unknown kind', row(6, { 类别: '天气' }), 'kind: "天气" is not in the table'],
    [
      'a kind called like a part of JavaScript',
      row(7, { 类别: 'constructor' }),
      'kind: "constructor" is not in the table',
    ],
    ['no place', row(8, { 社区: '' }), 'place: "社区" is empty'],
    ['a term that is none', row(9, { 时限: '5个工作日' }), 'term: "5个工作日" is not a term like 30min'],
    [
      'a term without end',
      row(10, { 时限: '99999wd' }),
      'term: "99999wd" goes past what the calendar can reach',
    ],
    ['nothing said', row(11, { 内容: '' }), 'words: there are none'],
    ['a cell too few', row(12).slice(1), 'has 7 cells where the header has 8'],
  ];

  it('go to the file of rejects with line and reason, and the good ones go in', async () => {
    const file = written('bad.csv', csv(HEADER, row(1), ...bad.map(([, cells]) => cells), row(2)));
    const { code, counts, said } = await runImport('--mapping', mappingFile(), file);
    expect([code, counts]).toEqual([1, { rows: 14, imported: 2, known: 0, rejected: bad.length }]);
    const [header, ...lines] = rejectsOf(file);
    expect(header).toEqual(['line', 'reason', ...HEADER]);
    expect(lines).toHaveLength(bad.length);
    for (const [i, [, cells, reason]] of bad.entries()) {
      const [line, why, ...original] = lines[i] ?? [];
      expect([line, original]).toEqual([String(i + 3), cells]);
      expect(why).toContain(reason);
      expect(said).toContain(`line ${line}: ${why}`);
    }
    expect(statSync(`${file}.rejects.csv`).mode & 0o777).toBe(0o600);
  });

  it('can be mended in the file of rejects and imported from it', async () => {
    const file = written('mend.csv', csv(HEADER, row(1), row(2, { 社区: '别处' })));
    const mapping = mappingFile();
    await runImport('--mapping', mapping, file);
    const mended = written(
      'mended.csv',
      readFileSync(`${file}.rejects.csv`, 'utf8').replaceAll('别处', '安达'),
    );
    expect((await runImport('--mapping', mapping, mended)).counts).toEqual({
      rows: 1,
      imported: 1,
      known: 0,
      rejected: 0,
    });
    await runImport('--mapping', mapping, written('mend.csv', csv(HEADER, row(1))));
    expect(existsSync(`${file}.rejects.csv`)).toBe(false);
  });

  it('cannot be run by a spreadsheet that opens the rejects', async () => {
    const cells = row(1, { 社区: '=HYPERLINK("x")', 内容: '@SUM(1)', 姓名: '-7', 电话: '+86 139' });
    const file = written('formula.csv', csv(HEADER, cells));
    await runImport('--mapping', mappingFile(), file);
    expect(rejectsOf(file)[1]?.slice(5)).toEqual([
      `'=HYPERLINK("x")`,
      '5wd-eod',
      `'@SUM(1)`,
      '-7',
      `'+86 139`,
    ]);
  });

  it('name the policy where it lacks a class, and the code where nothing is known under it', async () => {
    const file = written('class.csv', csv(HEADER, row(1), row(2, { 社区: '150602001' })));
    const more = { term: undefined, class: { column: '类别' }, place: { column: '社区' } };
    const { counts, said } = await runImport('--mapping', mappingFile(more), file);
    expect(counts).toMatchObject({ rejected: 2 });
    expect(said).toContain('line 2: place: nothing is known under the code "安达"');
    expect(said).toContain('line 3: class: the policy dongsheng has no class "电梯"');
  });

  it('are rejected where no policy is in force', async () => {
    const places = MAPPING.town.places.map(({ policy: _policy, ...place }) => place);
    const file = written('lawless.csv', csv(HEADER, row(1)));
    const { said } = await runImport('--mapping', mappingFile({ town: { ...MAPPING.town, places } }), file);
    expect(said).toContain('line 2: place: no policy is in force there');
  });
});

describe('a dry run', () => {
  it('says what would happen and writes nothing', async () => {
    const file = written('dry.csv', csv(HEADER, row(1), row(2), row(2), row(3, { 类别: '?' })));
    const mapping = mappingFile();
    const before = await counted();
    const { code, counts, said } = await runImport('--mapping', mapping, '--dry-run', file);
    expect([code, counts]).toEqual([1, { rows: 4, imported: 2, known: 1, rejected: 1 }]);
    expect(said).toContain('line 5: kind: "?" is not in the table');
    expect(said).toContain('This was a dry run: nothing was written to the database.');
    expect(await counted()).toEqual(before);
    expect(existsSync(`${file}.rejects.csv`)).toBe(false);
    const real = await runImport('--mapping', mapping, file);
    expect(real.counts).toEqual(counts);
    expect((await runImport('--mapping', mapping, '--dry-run', file)).counts).toMatchObject({
      imported: 0,
      known: 3,
    });
  });

  it('writes rejects where it is told to, and shows only the first reasons', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => row(i, { 类别: '?' }));
    const file = written('many.csv', csv(HEADER, ...rows));
    const rejects = path.join(folder, 'dry-rejects.csv');
    const { said } = await runImport('--mapping', mappingFile(), '--dry-run', '--rejects', rejects, file);
    expect(said).toContain('… and 10 more');
    expect(parse(readFileSync(rejects), { bom: true })).toHaveLength(31);
  });
});

describe('the town of a mapping', () => {
  it('is made where it is missing and left alone where it is there', async () => {
    const file = written('town.csv', csv(HEADER, row(1)));
    await runImport('--mapping', mappingFile(), file);
    await house.db.pool.query(`update unit set name = '住房和城乡建设局' where code = 'housing'`);
    const community = {
      code: '150602001002',
      parent: '150602001',
      level: 'community',
      name: '新',
      nameEn: 'New',
    };
    const town = { ...MAPPING.town, places: [...MAPPING.town.places, community] };
    await runImport('--mapping', mappingFile({ town }), file);
    const { rows } = await house.db.pool.query(`select name from unit where code = 'housing'`);
    expect(rows[0].name).toBe('住房和城乡建设局');
    const { rows: places } = await house.db.pool.query(`select path, policy from place order by path`);
    expect(places.map(({ path: one }) => one)).toEqual([
      ...['150602', '150602/150602001', '150602/150602001/150602001001', '150602/150602001/150602001002'],
    ]);
    expect(await house.count('policy_version')).toBe(1);
  });

  it.each<[object, string]>([
    [
      { places: [{ ...MAPPING.town.places[1], parent: 'x' }] },
      'town.places.150602001.parent: there is no place "x"',
    ],
    [
      { units: [{ ...MAPPING.town.units[0], place: 'x' }] },
      'town.units.housing.place: there is no place "x"',
    ],
    [{ units: [{ ...MAPPING.town.units[0], superior: 'housing' }] }, 'town.units.housing: is above itself'],
    [
      { kinds: [{ ...MAPPING.town.kinds[0], lead: 'x' }] },
      'town.kinds.housing.lift.lead: there is no unit "x"',
    ],
    [
      { places: [{ ...MAPPING.town.places[0], policy: 'x' }] },
      'town.places.150602.policy: There is no policy "x"',
    ],
  ])('with %j is refused before anything is made', async (more, sentence) => {
    const before = await counted();
    const mapping = mappingFile({ town: { ...MAPPING.town, ...more } });
    const { code, said } = await runImport('--mapping', mapping, written('x.csv', csv(HEADER, row(1))));
    expect(code).toBe(2);
    expect(said).toContain(sentence);
    expect(await counted()).toEqual(before);
  });
});

describe('what cannot begin', () => {
  const good = () => written('good.csv', csv(HEADER, row(1)));

  it.each<[string, () => string[], string]>([
    ['no mapping', () => [good()], 'The option --mapping is missing; call it as "import --mapping <file>'],
    ['no file', () => ['--mapping', mappingFile()], 'The file to import is missing; '],
    [
      'two files',
      () => ['--mapping', mappingFile(), good(), good()],
      'is too much here: one file at a time; ',
    ],
    ['an unknown option', () => ['--force', good()], "Unknown option '--force'"],
    [
      'a file that is not there',
      () => ['--mapping', mappingFile(), 'nowhere.csv'],
      'There is no file nowhere.csv.',
    ],
    ['a folder', () => ['--mapping', mappingFile(), folder], 'is not a file.'],
    ['no mapping there', () => ['--mapping', 'nowhere.yaml', good()], 'There is no mapping nowhere.yaml.'],
    [
      'a limit that is none',
      () => ['--mapping', mappingFile(), '--limit', 'all', good()],
      '--limit must be a number of rows, not "all".',
    ],
    [
      'a limit below nothing',
      () => ['--mapping', mappingFile(), '--limit', '-1', good()],
      "Option '--limit' argument is ambiguous; ",
    ],
    [
      'an encoding that is none',
      () => ['--mapping', mappingFile(), '--encoding', 'x', good()],
      'The encoding "x" is not known',
    ],
    [
      'rejects over the input',
      () => ['--mapping', mappingFile(), '--rejects', good(), good()],
      'would overwrite what is read',
    ],
    [
      'a column that is not there',
      () => ['--mapping', mappingFile({ external: '单号' }), good()],
      'good.csv has no column "单号"',
    ],
    [
      'codes that nobody knows',
      () => [
        '--mapping',
        mappingFile({ lead: { constant: 'x' }, kind: { column: '类别', table: { 电梯: 'y' } } }),
        good(),
      ],
      'has 2 faults: kind.table.电梯: nothing is known under the code "y"; lead.constant: nothing is known under the code "x".',
    ],
    [
      'a mapping with a fault',
      () => ['--mapping', mappingFile({ source: '' }), good()],
      'has a fault: source: ',
    ],
  ])('%s: exit code 2, one sentence, nothing written', async (_what, argv, sentence) => {
    const before = await counted();
    const { code, counts, said } = await runImport(...argv());
    expect([code, counts]).toEqual([2, undefined]);
    expect(said).toContain(sentence);
    expect(said.trimEnd().split('\n')).toHaveLength(1);
    expect(await counted()).toEqual(before);
  });
});
