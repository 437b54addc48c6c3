import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { filterTitles } from '../../apps/api/exports/filter-words.ts';
import { filesBelow } from './source-files.ts';

const Parameter = z.looseObject({ name: z.string(), in: z.string() });
const Operation = z.object({ parameters: z.array(Parameter).default([]) });
const Document = z.object({ paths: z.record(z.string(), z.object({ get: Operation.optional() })) });

/** Lists that nobody takes away, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  '/api/v1/places': 'a picker; the register of places has its file',
  '/api/v1/units': 'a picker; the register of units has its file',
  '/api/v1/people': 'a picker; the register of people has its file',
  '/api/v1/memberships': 'a picker; a quarter prints its own lists',
  '/api/v1/tasks/{id}/colleagues': 'a picker',
  '/api/v1/audits/choices/{list}': 'a picker',
  '/api/v1/processes/{id}/choices/{name}': 'a picker',
  '/api/v1/audits/{id}/course': 'goes away with the bundle of the audit, as PDF and JSON',
  '/api/v1/matters/{id}/history': 'the same course; goes away with the bundle of the audit',
  '/api/v1/processes/{id}/history': 'the same course; goes away with the bundle of the audit',
};

const { paths } = Document.parse(JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')));
const paging = ['cursor', 'limit'];

const queryOf = (path: string): string[] =>
  (paths[path]?.get?.parameters ?? []).flatMap(({ name, in: where }) => (where === 'query' ? [name] : []));

const lists = Object.keys(paths).filter((path) => paging.every((name) => queryOf(path).includes(name)));
const taken = Object.keys(paths).flatMap(
  (path) => /^\/api\/v1\/exports\/(.+)\.\{format\}$/.exec(path)?.[1] ?? [],
);

/** Under which name a list is taken away: its path, without what says only who keeps it. */
const nameOf = (path: string): string =>
  path.replace(/^\/api\/v1\/((register|statistics)\/)?/, '').replaceAll('/', '-');

/** The console's pages: which lists they show, and which files they offer. */
const pages = filesBelow('apps/console')
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const source = /const source = \{[^}]*\bpath: '[^']+'[^}]*\}/g;
const offer = /\bexports: '([a-z-]+)'|<Exports\s+list="([a-z-]+)"|\bfile=\{\{ list: '([a-z-]+)'/g;

const offered = pages.flatMap(({ text }) =>
  [...text.matchAll(offer)].flatMap(([, ...names]) => names.filter((name) => name !== undefined)),
);

describe('every list can be taken away as a file:', () => {
  it('what the API gives page by page has a file, or stands above with a reason', () => {
    const missing = lists.filter((path) => !taken.includes(nameOf(path)) && !(path in exceptions));
    expect(missing).toEqual([]);
  });

  it('no exception is forgotten that is none any more', () => {
    expect(Object.keys(exceptions).filter((path) => !lists.includes(path))).toEqual([]);
  });

  it('a file takes the same filters as its list', () => {
    const own = lists.filter((path) => !(path in exceptions));
    const filters = own.map((path) => [
      path,
      queryOf(path)
        .filter((name) => !paging.includes(name))
        .sort(),
    ]);
    expect(filters).toEqual(
      own.map((path) => [path, queryOf(`/api/v1/exports/${nameOf(path)}.{format}`).sort()]),
    );
  });

  it('a workbook can say of each filter what it is called', () => {
    const filters = taken.flatMap((name) => queryOf(`/api/v1/exports/${name}.{format}`));
    expect([...new Set(filters)].filter((filter) => !(filter in filterTitles))).toEqual([]);
  });

  it('each page that is a list names its file', () => {
    const found = pages.flatMap(({ file, text }) =>
      [...text.matchAll(source)].map(([literal]) => ({ file, hasFile: literal.includes('exports:') })),
    );
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ hasFile }) => !hasFile).map(({ file }) => file)).toEqual([]);
  });

  it('the pages offer every file that there is, and none that there is not', () => {
    expect([...new Set(offered)].sort()).toEqual(taken.sort());
  });
});
