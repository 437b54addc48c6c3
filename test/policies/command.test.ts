import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parse, stringify } from 'yaml';
import { policy } from '../../apps/local/commands/policy.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'packs-'));
const pack = parse(await readFile('policies/dongsheng.yaml', 'utf8'));

afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, document: unknown): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, stringify(document));
  return file;
}

async function run(...argv: string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const [out, err] = [text(stdout), text(stderr)];
  const code = await policy(argv, { stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  const linesOf = async (said: Promise<string>) => (await said).split('\n').slice(0, -1);
  return { code, out: await linesOf(out), err: await linesOf(err) };
}

describe('minqing policy check', () => {
  it('says of each pack that it has no faults, and how many cases hold', async () => {
    const answer = await run('check', 'dongsheng', 'lvliang', 'examples/boston-311');
    expect(answer).toEqual({
      code: 0,
      out: [
        expect.stringMatching(/^dongsheng: dongsheng 2026\.1 has no faults; \d\d example cases hold\.$/),
        expect.stringMatching(/^lvliang: lvliang 2026\.1 has no faults; \d\d example cases hold\.$/),
        'examples/boston-311: examples/boston-311 2015.1 has no faults; no example cases stand beside it.',
      ],
      err: [],
    });
  });

  it('names every fault of every pack on a line of its own', async () => {
    const wrong = { ...pack, surprise: 1, ladderOf: { ...pack.ladderOf, blue: 'gentle' } };
    const [one, two] = [
      await written('one.yaml', wrong),
      await written('two.yaml', { ...pack, calendar: 'mars' }),
    ];
    expect(await run('check', one, 'xiapu', 'nowhere', two)).toEqual({
      code: 2,
      out: [expect.stringMatching(/^xiapu: /)],
      err: [
        `${one}: surprise is not known.`,
        `${one}: ladderOf.blue: no ladder is named "gentle".`,
        expect.stringMatching(/^There is no policy "nowhere": /),
        `${two}: calendar: there is no calendar "mars".`,
      ],
    });
  });

  it('tries the cases that stand beside a pack', async () => {
    const file = await written('tried.yaml', pack);
    const cases = [{ given: 'a term', when: { value: 'terms.check' }, expected: { is: '9wd' } }];
    await written('tried.examples.yaml', { policy: 'dongsheng', cases });
    expect(await run('check', file)).toEqual({
      code: 2,
      out: [],
      err: [`${file}, examples: a term: is should be "9wd" and is "1wd-eod".`],
    });
  });
});

describe('minqing policy diff', () => {
  it('says the difference a sentence a line, in Chinese where no language is asked for', async () => {
    const other = await written('other.yaml', {
      ...pack,
      version: '2026.2',
      limits: { ...pack.limits, returns: 1 },
    });
    const zh = ['版本：由 2026.1 改为 2026.2', '退单几次后会商：由 2 改为 1'];
    const en = ['Version: from 2026.1 to 2026.2', 'Returns until a conference: from 2 to 1'];
    expect(await run('diff', 'dongsheng', other)).toEqual({ code: 0, out: zh, err: [] });
    expect(await run('diff', '--language', 'zh', 'dongsheng', other)).toEqual({ code: 0, out: zh, err: [] });
    expect(await run('diff', 'dongsheng', other, '--language=en')).toEqual({ code: 0, out: en, err: [] });
  });

  it('says so where there is none', async () => {
    expect((await run('diff', 'xiapu', 'xiapu')).out).toEqual(['两个政策包没有差别。']);
    expect((await run('diff', 'xiapu', 'xiapu', '--language', 'en')).out).toEqual([
      'The two packs do not differ.',
    ]);
  });

  it('refuses a pack that is not right, each fault on a line of its own', async () => {
    const wrong = await written('wrong.yaml', {
      ...pack,
      surprise: 1,
      terms: { ...pack.terms, check: '5x' },
    });
    const { code, out, err } = await run('diff', 'dongsheng', wrong);
    expect([code, out, err.length]).toEqual([2, [], 2]);
  });
});

describe('a command line that cannot be understood', () => {
  it.each([
    [[], /^What to do is missing; .*$/],
    [['chek', 'dongsheng'], /^"chek" is not known here; .*$/],
    [['check'], /^No pack is named; .*$/],
    [['check', '--fast', 'dongsheng'], /^"--fast" is not known here; .*$/],
    [['diff', 'dongsheng'], /^Two packs have to be named; .*$/],
    [['diff', 'dongsheng', 'xiapu', 'lvliang'], /^"lvliang" is too much here; .*$/],
    [['diff', 'dongsheng', 'xiapu', '--language'], /^The option --language needs zh or en; .*$/],
    [['diff', 'dongsheng', 'xiapu', '--language', 'fr'], /^The option --language needs zh or en; .*$/],
    [['diff', '--brief', 'dongsheng', 'xiapu'], /^"--brief" is not known here; .*$/],
  ])('%j is answered with exit code 2 and one sentence', async (argv, sentence) => {
    const { code, out, err } = await run(...argv);
    expect([code, out]).toEqual([2, []]);
    expect(err).toEqual([expect.stringMatching(sentence)]);
  });
});
