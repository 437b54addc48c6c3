import { readFileSync } from 'node:fs';
import path from 'node:path';
import { borders } from './borders.ts';
import { findCycles } from './cycles.ts';
import { filesBelow, readSources, root } from './source-files.ts';

const files = readSources();
const functions = files.flatMap((file) => file.functions);

/** The value below which the share `q` of a list lies. */
function quantile(list: number[], q: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}

describe('the borders', () => {
  it('are crossed by nobody', () => {
    const crossings = files.flatMap(({ name, imports }) => {
      const border = borders.find(({ of }) => of.test(name));
      if (!border) return [`${name}: no border is written for it`];
      const allowed = ({ target, isLocal }: (typeof imports)[number]) =>
        (isLocal ? border.files : border.packages).test(target);
      return imports
        .filter((one) => !allowed(one))
        .map(({ target }) => `${name} imports ${target}: ${border.why}`);
    });
    expect(crossings).toEqual([]);
  });

  it('keep the processes apart from each other', () => {
    const processOf = (file: string) => /^workflows\/processes\/([^/]+)\//.exec(file)?.[1];
    const crossings = files.flatMap(({ name, imports }) =>
      imports
        .filter(({ target }) => processOf(name) && processOf(target) && processOf(name) !== processOf(target))
        .map(({ target }) => `${name} imports ${target}`),
    );
    expect(crossings).toEqual([]);
  });

  it('let no import go in a ring', () => {
    expect(findCycles(files)).toEqual([]);
  });
});

describe('the budgets', () => {
  const sizes = files.map(({ lines }) => lines);

  it.each([
    ['the median file', quantile(sizes, 0.5), 60],
    ['95 of 100 files', quantile(sizes, 0.95), 150],
    [
      'the median function',
      quantile(
        functions.map(({ lines }) => lines),
        0.5,
      ),
      8,
    ],
  ])('%s is %i lines long, at most %i', (_what, measured, most) => {
    expect(measured).toBeLessThanOrEqual(most);
  });

  it('leave no file over 250 lines and no function over 60', () => {
    expect(files.filter(({ lines }) => lines > 250).map(({ name }) => name)).toEqual([]);
    expect(functions.filter(({ lines }) => lines > 60)).toEqual([]);
  });
});

describe('the manner', () => {
  const tests = filesBelow('test');

  it('has neither any nor a cast in the source', () => {
    expect(files.flatMap(({ anys }) => anys)).toEqual([]);
    expect(files.flatMap(({ casts }) => casts)).toEqual([]);
  });

  it('names no file or folder after nothing', () => {
    const empty = /(^|\/)(utils?|helpers?|common|managers?|base|shared|misc)(\.|\/|$)/;
    expect([...files.map(({ name }) => name), ...tests].filter((name) => empty.test(name))).toEqual([]);
  });

  it('says in each folder, in the first two lines of one file, what lives there', () => {
    const folders = new Set(files.map(({ name }) => path.dirname(name)));
    const said = new Set(files.filter(({ hasOpening }) => hasOpening).map(({ name }) => path.dirname(name)));
    expect([...folders].filter((folder) => !said.has(folder))).toEqual([]);
  });

  // Processes of a worker share these modules (docs/decisions/0029).
  it('keeps no state in the modules of the workflows', () => {
    const state = /^(export )?(let|var)\b|^(export )?const \w+(: .+)? = new (Map|WeakMap|Set|WeakSet)\b/m;
    const sources = filesBelow('workflows').filter((name) =>
      state.test(readFileSync(path.join(root, name), 'utf8')),
    );
    expect(sources).toEqual([]);
  });

  it('switches no lint rule off without a reason on the line', () => {
    expect(files.flatMap(({ bareSuppressions }) => bareSuppressions)).toEqual([]);
  });

  it('numbers its decisions, each number once', () => {
    const names = filesBelow('docs/decisions').map((file) => path.basename(file));
    expect(names.filter((name) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name))).toEqual([]);
    const numbers = names.map((name) => name.slice(0, 4));
    expect(numbers).toHaveLength(new Set(numbers).size);
  });
});
