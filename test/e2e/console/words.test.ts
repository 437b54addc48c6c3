import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { factNotes } from '../../../apps/console/staff/process/notes.ts';
import { history } from '../../../apps/console/text/zh/history.ts';
import { process as words } from '../../../apps/console/text/zh/process.ts';
import { term } from '../../../apps/console/text/zh/term.ts';
import { catalog, processNamed } from '../../../workflows/catalog.ts';

const kinds = Object.values(catalog).filter(({ isMatter }) => isMatter !== true);

const folder = (name: string) => path.resolve('workflows/processes', name);

const sourceOf = (name: string, files = readdirSync(folder(name))): string =>
  files.map((file) => readFileSync(path.join(folder(name), file), 'utf8')).join('\n');

const found = (source: string, pattern: RegExp): string[] =>
  [...source.matchAll(pattern)].flatMap(([, code]) => code ?? []);

/** What a process says of itself in codes: how it and its things ended, what was noted. */
const codesOf = (name: string): string[] => [
  ...new Set([
    ...found(sourceOf(name), /\b(?:ending|what): '(\w+)'/g),
    ...found(sourceOf(name, ['workflow.ts']), /return '(\w+)'/g),
  ]),
];

/** Codes that people can read: in the process's own forms and acts, or in the console's catalogues. */
function known(name: string): Set<string> {
  const { acts, tasks } = processNamed(name);
  const ways = Object.values(tasks).flatMap(({ completions }) => completions);
  const choices = Object.values(factNotes(name)).flatMap((note) => Object.keys(note.choices ?? {}));
  return new Set([
    ...[...acts, ...ways].map((one) => one.name),
    ...choices,
    ...[words.word, term.ending, history.noted].flatMap((list) => Object.keys(list)),
  ]);
}

describe.each(kinds)('the process $name', ({ name, entrances = [], items = {} }) => {
  it('says nothing in its course that the console has no word for', () => {
    const all = known(name);
    expect(codesOf(name).filter((code) => !all.has(code))).toEqual([]);
  });

  it('names what stands on its list, and its entrances, in both languages', () => {
    const titles = [...Object.values(items), ...entrances.map(({ title }) => title)];
    expect(titles.filter(({ zh, en }) => zh === '' || en === '')).toEqual([]);
  });
});

describe('the names of facts', () => {
  it('come from the forms in which they were filled in', () => {
    const { receiver, startsAt, grade } = factNotes('station-session');
    expect([receiver?.zh, startsAt?.en, grade?.choices?.['spot']?.zh]).toEqual([
      '接待人',
      'Begins at',
      '当场办理',
    ]);
  });

  it('are none for a process that nobody knows', () => {
    expect(factNotes('nobody-knows')).toEqual({});
  });
});
