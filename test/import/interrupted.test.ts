import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { waitUntil } from '../../apps/local/wait.ts';
import { emptyHouse } from './course-of-boston.ts';
import { written } from './files.ts';
import { HEADER, csv, mappingFile, row } from './hotline.ts';

const ROWS = 1_200;

/** `npm run minqing -- import`, as a process of its own that can be killed. */
function start(...argv: string[]) {
  const child = spawn(process.execPath, ['apps/local/minqing.mjs', 'import', ...argv], { env: process.env });
  return { child, out: text(child.stdout), err: text(child.stderr), ended: once(child, 'exit') };
}

it('an import that was killed goes on at the next call, and nothing is there twice', async () => {
  const house = await emptyHouse();
  const file = written('long.csv', csv(HEADER, ...Array.from({ length: ROWS }, (_, i) => row(i))));
  const argv = ['--mapping', mappingFile(), file];

  const first = start(...argv);
  expect(await waitUntil(async () => (await house.count('intake')) >= 50, 120_000, { every: 10 })).toBe(true);
  first.child.kill('SIGKILL');
  await first.ended;
  const done = await house.count('intake');
  expect(done).toBeLessThan(ROWS);
  for (const table of ['command', 'command_outcome', 'outbox']) expect(await house.count(table)).toBe(done);

  const second = start(...argv);
  const [code] = await second.ended;
  const counts = JSON.parse(await second.out);
  expect([code, await second.err]).toEqual([0, expect.stringContaining(`${ROWS} rows: `)]);
  expect(counts).toMatchObject({ rows: ROWS, rejected: 0 });
  expect(counts.imported + counts.known).toBe(ROWS);
  expect(counts.known).toBeGreaterThanOrEqual(done);
  expect(await house.count('intake')).toBe(ROWS);
  expect(await house.count('(select distinct external from intake) as one')).toBe(ROWS);
  expect(await house.count(`outbox where lane = 'start'`)).toBe(ROWS);
  await house.end();
}, 240_000);
