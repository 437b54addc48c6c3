import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import {
  PolicyFault,
  loadCalendar,
  loadDeadlinePolicy,
  loadPolicy,
  packNames,
  tryPack,
} from '../../policies/load.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'packs-'));
const pack = parse(await readFile('policies/dongsheng.yaml', 'utf8'));
const calendar = parse(await readFile('policies/calendars/boston-2015.yaml', 'utf8'));

afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, document: unknown): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, typeof document === 'string' ? document : stringify(document));
  return file;
}

describe('a pack', () => {
  it('is found by name, or by file', async () => {
    expect(packNames()).toEqual([
      ...['dafeng', 'dongsheng', 'examples/boston-311', 'jianhu', 'lvliang', 'taibai-lake', 'xiapu'],
    ]);
    expect(await loadPolicy('policies/dongsheng.yaml')).toEqual(await loadPolicy('dongsheng'));
    expect((await loadDeadlinePolicy('examples/boston-311')).classes).toHaveProperty('Utility Call-In', {
      term: '2wd',
    });
    expect(await loadDeadlinePolicy('dongsheng')).toEqual(await loadPolicy('dongsheng'));
  });

  it('that is not there is said to be so, with the names that are', async () => {
    await expect(loadPolicy('nowhere')).rejects.toThrow(
      new PolicyFault(
        'There is no policy "nowhere": no such file, and the names known are dafeng, dongsheng, examples/boston-311, jianhu, lvliang, taibai-lake, xiapu.',
      ),
    );
    await expect(loadCalendar('mars')).rejects.toThrow(
      'There is no calendar "mars": no such file, and the names known are boston-2015, cn.',
    );
  });

  it('with faults is refused in one sentence that names every path', async () => {
    const wrong = {
      ...pack,
      terms: { ...pack.terms, analyse: '5x', handle: { ...pack.terms.handle, red: undefined } },
      notices: { from: '20:00', until: '08:00' },
      limits: { ...pack.limits, returns: 0, patience: 7 },
      surprise: 1,
    };
    const refusal: PolicyFault = await loadPolicy(await written('wrong.yaml', wrong)).catch((fault) => fault);
    expect(refusal).toBeInstanceOf(PolicyFault);
    expect(refusal.message).toMatch(/wrong\.yaml has 6 faults: .*\.$/);
    for (const faulty of [
      'terms.analyse: "5x" is not a term',
      'terms.handle.red: ',
      'notices: must begin before it ends',
      'limits.returns: ',
    ]) {
      expect(refusal.message).toContain(faulty);
    }
    expect(refusal.message).toContain('limits.patience is not known');
    expect(refusal.message).toContain('surprise is not known');
    expect(refusal.message).not.toContain('\n');
  });

  it('whose colours name a ladder that it does not have is refused', async () => {
    const wrong = { ...pack, ladderOf: { ...pack.ladderOf, blue: 'gentle' } };
    await expect(loadPolicy(await written('ladder.yaml', wrong))).rejects.toThrow(
      'ladder.yaml has a fault: ladderOf.blue: no ladder is named "gentle".',
    );
  });

  it('that extends another is whole when it is loaded', async () => {
    const [dongsheng, xiapu] = [await loadPolicy('dongsheng'), await loadPolicy('xiapu')];
    expect(xiapu).not.toHaveProperty('extends');
    expect(xiapu.score).toEqual(dongsheng.score);
    expect(xiapu.terms).toEqual({ ...dongsheng.terms, analyse: '15wmin' });
    expect(Object.keys(xiapu.processes)).not.toContain('station-session');
    expect(await loadDeadlinePolicy('xiapu')).toEqual(xiapu);
  });

  it('that extends what is not there, or names such a calendar, is refused with the path', async () => {
    await expect(loadPolicy(await written('orphan.yaml', { extends: 'nowhere' }))).rejects.toThrow(
      'orphan.yaml has a fault: extends: there is no pack "nowhere".',
    );
    await expect(
      loadDeadlinePolicy(await written('mars.yaml', { ...pack, calendar: 'mars' })),
    ).rejects.toThrow('mars.yaml has a fault: calendar: there is no calendar "mars".');
  });

  it('that is no YAML, no mapping, or a folder is refused', async () => {
    await expect(loadPolicy(await written('broken.yaml', 'a: [1'))).rejects.toThrow(
      /^The policy .*broken\.yaml cannot be read: .*\.$/,
    );
    await expect(loadPolicy(await written('twice.yaml', 'a: 1\na: 2'))).rejects.toThrow(
      /cannot be read: Map keys must be unique/,
    );
    await expect(loadPolicy(await written('empty.yaml', ''))).rejects.toThrow(
      /has a fault: the whole document: /,
    );
    await expect(loadPolicy(folder)).rejects.toThrow(PolicyFault);
  });
});

describe('a pack that is tried', () => {
  it('comes with its calendar and its example cases', async () => {
    const { policy, calendar: of, examples } = await tryPack('xiapu');
    expect(policy).toEqual(await loadPolicy('xiapu'));
    expect(of).toEqual(await loadCalendar('cn'));
    expect(examples?.cases.length).toBeGreaterThanOrEqual(12);
  });

  it('may have no cases beside it', async () => {
    expect(await tryPack('examples/boston-311')).toMatchObject({ examples: undefined });
  });

  it.each([
    [
      'that do not hold',
      [
        { given: 'one', when: { value: 'limits.returns' }, expected: { is: 9 } },
        { given: 'two', when: { value: 'score.start' }, expected: { is: 100 } },
        { given: 'three', when: { importance: 1, urgency: 1 }, expected: { colour: 'red' } },
      ],
      ['one: is should be 9 and is 2', 'three: colour should be "red" and is "green"'],
    ],
    [
      'that are none',
      [{ given: '', when: { value: 'x' }, expected: {} }],
      [expect.stringMatching(/^cases\.0\.given: /)],
    ],
  ])('is refused for cases %s, each on its own line', async (_, cases, says) => {
    const file = await written('tried.yaml', pack);
    await written('tried.examples.yaml', { policy: 'dongsheng', cases });
    const refusal: PolicyFault = await tryPack(file).catch((fault) => fault);
    expect(refusal).toBeInstanceOf(PolicyFault);
    const lines = refusal.lines.map((line) => line.slice(`${file}, examples: `.length, -1));
    expect(lines).toEqual(says);
  });
});

describe('a calendar', () => {
  it('is compiled from the names and days that people wrote', async () => {
    const boston = await loadCalendar('boston-2015');
    expect(boston).toMatchObject({ id: 'boston-2015', from: '2015-01-01', publishedThrough: '2016-01-01' });
    expect(boston.holidays).toHaveLength(11);
  });

  it('by file is refused with faults', async () => {
    const holidays = [
      { name: { zh: '某', en: 'x' }, from: '2015-03-02', to: '2015-03-01', work: ['2015-03-04'] },
    ];
    const wrong = { ...calendar, years: [{ year: 2015, notice: 'x', holidays }] };
    const file = await written('calendar.yaml', wrong);
    await expect(loadCalendar(file)).rejects.toThrow(
      /years\.0\.holidays\.0: must begin before it ends; years\.0\.holidays\.0\.work: must be Saturdays and Sundays/,
    );
  });
});
