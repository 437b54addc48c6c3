import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compile } from '../../apps/local/build/compile.mjs';
import { isInstalled } from '../../apps/local/build/install.mjs';
import { isFresh, markFresh, takePrint } from '../../apps/local/build/stamp.mjs';
import { inTurn } from '../../apps/local/build/turn.mjs';

let root = '';
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'minqing-build-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a build step', () => {
  const made = { name: 'code', inputs: ['source', 'lock.json'], output: 'dist/main.js' };

  beforeEach(() => {
    write('source/one.ts', 'one');
    write('source/deep/two.ts', 'two');
    write('lock.json', '{}');
    write('dist/main.js', 'made');
    markFresh(root, made, takePrint(root, made));
  });

  it('is not made again while nothing changed', () => {
    expect(isFresh(root, made)).toBe(true);
  });

  it('is not made again for a new time on an old content', () => {
    utimesSync(path.join(root, 'source/one.ts'), 1, 1);
    expect(isFresh(root, made)).toBe(true);
    expect(isFresh(root, made)).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a file changed', () => write('source/deep/two.ts', 'twa')],
    ['a file came', () => write('source/three.ts', '')],
    ['a file went', () => rmSync(path.join(root, 'source/one.ts'))],
    ['the lock changed', () => write('lock.json', '{ }')],
    ['what it made is gone', () => rmSync(path.join(root, 'dist/main.js'))],
    ['all that was made is gone', () => rmSync(path.join(root, 'dist'), { recursive: true })],
  ])('is made again when %s', (_what, change) => {
    change();
    expect(isFresh(root, made)).toBe(false);
  });
});

describe('the installed packages', () => {
  const lock = (version: string, more = {}) =>
    JSON.stringify({
      packages: {
        '': {},
        'node_modules/zod': { version },
        'node_modules/mac': { version: '1.0.0', optional: true },
        ...more,
      },
    });
  const there = (version: string) => JSON.stringify({ packages: { 'node_modules/zod': { version } } });

  it('are what the lock asks for, whoever installed them', () => {
    write('package-lock.json', lock('4.0.0'));
    write('node_modules/.package-lock.json', there('4.0.0'));
    expect(isInstalled(root)).toBe(true);
    rmSync(path.join(root, 'node_modules/.package-lock.json')); // now the hash answers
    expect(isInstalled(root)).toBe(true);
  });

  it.each([
    ['nothing is there', undefined],
    ['a version differs', there('3.0.0')],
    ['a package is missing', JSON.stringify({ packages: {} })],
  ])('are installed anew when %s', (_what, installed) => {
    write('package-lock.json', lock('4.0.0'));
    if (installed) write('node_modules/.package-lock.json', installed);
    expect(isInstalled(root)).toBe(false);
  });

  it('are installed anew when the lock asks for more', () => {
    write('package-lock.json', lock('4.0.0'));
    write('node_modules/.package-lock.json', there('4.0.0'));
    expect(isInstalled(root)).toBe(true);
    write('package-lock.json', lock('4.0.0', { 'node_modules/yaml': { version: '2.0.0' } }));
    expect(isInstalled(root)).toBe(false);
  });
});

describe('compiling', () => {
  it('mirrors the tree, rewrites the imports, keeps the data files and removes what has no source', async () => {
    write('workflows/rules/term.ts', 'export const term = (days: number): number => days;');
    write('apps/api/main.ts', "import { term } from '../../workflows/rules/term.ts';\nterm(1);");
    write('prisma/demo/places.json', '[]');
    write('dist/apps/api/gone.js', 'old');
    await compile(root);
    expect(read('dist/apps/api/main.js')).toContain('../../workflows/rules/term.js');
    expect(read('dist/apps/api/main.js')).toContain('sourceMappingURL=main.js.map');
    expect(read('dist/workflows/rules/term.js')).not.toContain('number');
    expect(read('dist/prisma/demo/places.json')).toBe('[]');
    expect(existsSync(path.join(root, 'dist/apps/api/gone.js'))).toBe(false);
  });

  it('keeps what decorators need', async () => {
    write(
      'apps/api/one.ts',
      'const d = (...it: unknown[]) => void it;\nexport class A {}\n@d export class B { constructor(readonly a: A) {} }',
    );
    await compile(root);
    expect(read('dist/apps/api/one.js')).toContain('design:paramtypes');
  });

  it('names the file that cannot be compiled', async () => {
    write('apps/api/broken.ts', 'export const = 1;');
    await expect(compile(root)).rejects.toThrow('broken.ts');
  });
});

describe('two starts at once', () => {
  it('build one after the other, and the second says that it waits', async () => {
    const order: string[] = [];
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const say = (line: string) => order.push(line.trim());
    const first = inTurn(root, say, async () => {
      order.push('first begins');
      await pause(500);
      order.push('first ends');
    });
    const second = inTurn(root, say, () => Promise.resolve(order.push('second')));
    await Promise.all([first, second]);
    expect(order).toEqual([
      'first begins',
      'another start is building; waiting for it',
      'first ends',
      'second',
    ]);
  });

  it.each([
    ['whose holder is dead', 2 ** 22 - 9, new Date()],
    ['that nobody touches any more, though its number lives', process.pid, new Date(0)],
  ])('do not wait for a lock %s', async (_which, pid, touched) => {
    write('.cache/build.lock', String(pid));
    utimesSync(path.join(root, '.cache/build.lock'), touched, touched);
    const work = () => Promise.resolve('built');
    expect(await inTurn(root, () => undefined, work)).toBe('built');
  });
});
