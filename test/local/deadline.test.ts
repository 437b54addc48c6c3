import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { deadline } from '../../apps/local/commands/deadline.ts';

async function run(argv: string[], input: string | string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const [out, err] = [text(stdout), text(stderr)];
  for (const chunk of [input].flat()) stdin.write(chunk);
  stdin.end();
  const code = await deadline(argv, { stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  const answers = (await out)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { code, answers, said: await err };
}

const boston = ['--policy', 'examples/boston-311'];
const dongsheng = ['--policy', 'dongsheng'];

describe('minqing deadline', () => {
  it('answers each line with its due time at the policy’s offset, and explains it', async () => {
    const { code, answers, said } = await run(
      boston,
      '{"id":"a","class":"CE Collection","openedAt":"2015-01-01T13:20:33-05:00"}\n',
    );
    expect([code, said]).toEqual([0, '']);
    expect(answers).toEqual([
      {
        id: 'a',
        dueAt: '2015-01-05T08:30:00-05:00',
        explanation: {
          policy: { name: 'examples/boston-311', version: '2015.1' },
          calendar: { id: 'boston-2015', version: '2015.1' },
          class: 'CE Collection',
          startedAt: '2015-01-01T13:20:33-05:00',
          term: '1wd',
          counting: 'working',
          countsFrom: '2015-01-02T08:30:00-05:00',
          skipped: [
            {
              from: '2015-01-01',
              to: '2015-01-01',
              why: 'holiday',
              name: { zh: '元旦', en: 'New Year’s Day' },
            },
            { from: '2015-01-03', to: '2015-01-04', why: 'weekend' },
          ],
          madeUpDays: [],
          dueAt: '2015-01-05T08:30:00-05:00',
          sentence: {
            zh: '2015-01-01 13:20:33开始，自2015-01-02 08:30起算，时限 1 个工作日（至同一时刻），按工作时间计，跳过2015-01-01（元旦）、2015-01-03至2015-01-04（周末），应于2015-01-05 08:30前办结。',
            en: 'Started 2015-01-01 13:20:33, counting from 2015-01-02 08:30; 1 working day (to the hour) in working time, leaving out 2015-01-01 (New Year’s Day), 2015-01-03 to 2015-01-04 (weekend); due 2015-01-05 08:30.',
          },
        },
      },
    ]);
  });

  it.each([
    [
      'a local time at the policy’s offset',
      { class: 'Heat', openedAt: '2015-01-02T11:15:21' },
      '2015-02-01T11:15:21-05:00',
    ],
    ['UTC', { class: 'Heat', openedAt: '2015-01-02T16:15:21Z' }, '2015-02-01T11:15:21-05:00'],
    [
      'another offset',
      { class: 'Heat', openedAt: '2015-01-03T00:15:21.5+08:00' },
      '2015-02-01T11:15:21.500-05:00',
    ],
    ['a term', { term: '30wmin', openedAt: '2015-01-02T16:45:00' }, '2015-01-05T08:45:00-05:00'],
    [
      'a term on another calendar',
      { term: '1wd-eod', calendar: 'cn', openedAt: '2024-09-30T16:00' },
      '2024-10-08T17:00:00-05:00',
    ],
  ])('takes %s', async (_, line, dueAt) => {
    const { answers } = await run(boston, JSON.stringify({ id: 1, ...line }));
    expect(answers).toEqual([expect.objectContaining({ id: 1, dueAt })]);
  });

  it('takes a whole pack’s terms by their path as classes', async () => {
    const { answers } = await run(
      dongsheng,
      '{"id":"a","class":"handle.yellow","openedAt":"2024-09-30T16:00"}',
    );
    expect(answers).toMatchObject([{ dueAt: '2024-10-10T17:30:00+08:00', explanation: { term: '3wd-eod' } }]);
  });

  it('marks what lies past the published holidays', async () => {
    const { answers } = await run(dongsheng, '{"id":"a","term":"1wd","openedAt":"2026-12-31T10:00"}');
    expect(answers[0].explanation.unpublishedFrom).toBe('2027-01-01');
    expect(answers[0].explanation.sentence.en).toContain('holidays not yet published from 2027-01-01');
  });

  it('reads lines however they are cut, with or without a byte-order mark, carriage returns or a last line’s end', async () => {
    const line = '{"id":"区","term":"1h","openedAt":"2024-09-30T16:00:00Z"}';
    const { answers } = await run(dongsheng, [
      `\uFEFF${line}\r\n\n${line.slice(0, 20)}`,
      `${line.slice(20)}\n${line}`,
    ]);
    expect(answers.map(({ id }) => id)).toEqual(['区', '区', '区']);
  });

  it('takes the policy also as --policy=<name>', async () => {
    const { code } = await run(
      ['--policy=dongsheng'],
      '{"id":"a","term":"1h","openedAt":"2024-09-30T16:00:00Z"}',
    );
    expect(code).toBe(0);
  });

  it('answers nothing to nothing', async () => {
    expect(await run(dongsheng, '')).toEqual({ code: 0, answers: [], said: '' });
  });

  it('keeps the order of many lines', async () => {
    const ids = Array.from({ length: 2000 }, (_, id) => id);
    const { code, answers } = await run(
      boston,
      ids.map((id) => `{"id":${id},"class":"Heat","openedAt":"2015-01-02T11:15:21"}\n`).join(''),
    );
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(ids);
  });
});

describe('a line that cannot be answered', () => {
  const good = { id: 'a', class: 'Heat', openedAt: '2015-01-02T11:15:21' };

  it.each([
    ['nonsense', 'Line 1: is not JSON.'],
    ['[1]', 'Line 1: must be a JSON object.'],
    ['"x"', 'Line 1: must be a JSON object.'],
    [{ ...good, id: undefined }, 'Line 1: "id" must be a text or a number.'],
    [{ ...good, openedAt: undefined }, 'Line 1: "openedAt" is missing.'],
    [
      { ...good, openedAt: 'today' },
      'Line 1: "openedAt" must be a date and time like 2024-09-30T16:00:00+08:00, not "today".',
    ],
    [
      { ...good, openedAt: '2015-02-29T00:00:00' },
      'Line 1: "openedAt" must be a date and time like 2024-09-30T16:00:00+08:00, not "2015-02-29T00:00:00".',
    ],
    [{ ...good, class: undefined }, 'Line 1: must have either "class" or "term".'],
    [{ ...good, term: '1d' }, 'Line 1: must have either "class" or "term".'],
    [
      { ...good, class: 'toString' },
      /^Line 1: "class" is "toString", which the policy does not have; it has CE Collection, .*\.$/,
    ],
    [
      { ...good, class: undefined, term: '1week' },
      'Line 1: "term" must be written like 30min, 24h, 7d, 3d-eod, 1mo, 4wh or 5wd-eod, not "1week".',
    ],
    [
      { ...good, class: undefined, term: '20000wd' },
      'Line 1: the term "20000wd" goes past what the calendar can reach.',
    ],
    [
      { ...good, class: 'CE Collection', openedAt: '2014-12-31T10:00:00' },
      'Line 1: "openedAt" lies before 2015-01-01, where the calendar "boston-2015" begins, so the term "1wd" cannot be counted.',
    ],
    [
      { ...good, calendar: 'mars' },
      'Line 1: "calendar": There is no calendar "mars": no such file, and the names known are boston-2015, cn.',
    ],
  ])('%j is answered with exit code 2 and one sentence', async (line, sentence) => {
    const { code, answers, said } = await run(boston, typeof line === 'string' ? line : JSON.stringify(line));
    expect([code, answers]).toEqual([2, []]);
    if (typeof sentence === 'string') expect(said).toBe(`${sentence}\n`);
    else expect(said.trimEnd()).toMatch(sentence);
  });

  it('comes after the answers to the lines before it', async () => {
    const line = JSON.stringify(good);
    const { code, answers, said } = await run(boston, `${line}\n${line}\n{}\n${line}\n`);
    expect([code, answers.length]).toEqual([2, 2]);
    expect(said).toMatch(/^Line 3: /);
  });
});

describe('a command line that cannot be understood', () => {
  it.each([
    [[], /^The option --policy is missing; .*\n$/],
    [['--policy'], /^The option --policy needs a file or a name; .*\n$/],
    [['--policy='], /^The option --policy needs a file or a name; .*\n$/],
    [['--polcy', 'dongsheng'], /^"--polcy" is not known here; .*\n$/],
    [['--policy', 'dongsheng', 'extra'], /^"extra" is too much here; .*\n$/],
    [['--policy', 'atlantis'], /^There is no policy "atlantis": .*\n$/],
    [['--policy', 'policies/none.yaml'], /^There is no policy "policies\/none.yaml": .*\n$/],
  ])('%j is answered with exit code 2 and one sentence', async (argv, sentence) => {
    const { code, answers, said } = await run(argv, '');
    expect([code, answers]).toEqual([2, []]);
    expect(said).toMatch(sentence);
  });
});
