import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { catalog } from '../../workflows/catalog.ts';
import { readSources } from './source-files.ts';

/** Places that know one of the processes as such, each with its reason. A new process adds none. */
const known = [
  'apps/api/scores/scorecard.ts', // scorecards speak of matters only, and read their ratings
  'apps/console/staff/process/names.ts', // what the ledger shows before a process is chosen
  'prisma/intake-row.ts', // the tier at which a report begins
  'prisma/demo/reports.ts', // the demo town's reports
  'apps/console/resident/visit.ts', // the public page of the days on which deputies receive [003]
];

const names = Object.keys(catalog);

/** A name of two words is nothing else; one of a single word counts where a process is spoken of. */
function isNamed(text: string): boolean {
  const [two, one] = [true, false].map((isTwo) =>
    names.filter((name) => name.includes('-') === isTwo).join('|'),
  );
  const asProcess = String.raw`(process(es|Named)?|catalog|begin)\b[^\n;]{0,12}`;
  return (
    new RegExp(`['"\`/](${two})['"\`/]`).test(text) ||
    new RegExp(`${asProcess}['"\`/](${one})['"\`/]`).test(text)
  );
}

describe('a new process needs nothing in api, worker, prisma or console:', () => {
  const files = readSources().filter(({ name }) => /^(apps\/(api|worker|console)|prisma)\//.test(name));

  it('none of their files names a process of the catalogue', () => {
    const found = files.filter(({ name }) => isNamed(readFileSync(name, 'utf8'))).map(({ name }) => name);
    expect(found.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('none of their files imports one', () => {
    const found = files.filter(({ imports }) =>
      imports.some(({ target }) => target.startsWith('workflows/processes/')),
    );
    expect(found.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });
});
