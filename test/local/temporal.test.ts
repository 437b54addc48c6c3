import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { Part, type Watch } from '../../apps/local/part.ts';
import { freePort } from '../../apps/local/ports.ts';
import { findTemporal, release, type Source } from '../../apps/local/temporal/executable.ts';
import { temporalPlan } from '../../apps/local/temporal/server.ts';
import { waitUntil } from '../../apps/local/wait.ts';

const place = mkdtempSync(path.join(tmpdir(), 'minqing-temporal-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A cache that holds a program which tells this version of its server. */
function cacheWith(version: string): { cache: string; program: string } {
  const cache = path.join(place, version);
  const program = path.join(cache, `temporal-${release}`, 'temporal');
  mkdirSync(path.dirname(program), { recursive: true });
  writeFileSync(program, `#!/bin/sh\necho "temporal version 9.9.9 (Server ${version}, UI 2.0.0)"\n`, {
    mode: 0o755,
  });
  return { cache, program };
}

const source = (...it: Source): Source => it;
const quiet = () => undefined;

describe('finding the Temporal server', () => {
  it('takes one from the PATH that is new enough', async () => {
    const { program, cache } = cacheWith('1.33.0');
    const environment = { PATH: path.dirname(program) };
    expect(await findTemporal(path.join(cache, 'empty'), quiet, { environment })).toBe('temporal');
  });

  it('takes its own when the one on the PATH is too old', async () => {
    const environment = { PATH: path.dirname(cacheWith('1.30.4').program) };
    const own = cacheWith('1.32.0');
    expect(await findTemporal(own.cache, quiet, { environment })).toBe(own.program);
  });

  it('fetches one from the next place when the first does not answer', async () => {
    const { program } = cacheWith('1.32.1');
    const away = () => Promise.reject(new Error('not reached'));
    const copy = (_release: string, _place: string, target: string) =>
      Promise.resolve(copyFileSync(program, target));
    const options = { environment: { PATH: '' }, sources: [source('here', away), source('there', copy)] };
    const told: string[] = [];
    const found = await findTemporal(path.join(place, 'next'), (line) => told.push(line), options);
    expect(found).toBe(path.join(place, 'next', `temporal-${release}`, 'temporal'));
    expect(told.map((line) => line.split(' ').at(-1))).toEqual(['here', 'there']);
  });

  it('tells three ways to get one where none can be had', async () => {
    const away = () => Promise.reject(new Error('not reached'));
    const options = { environment: { PATH: '' }, sources: [source('nowhere', away)] };
    const search = findTemporal(path.join(place, 'none'), quiet, options);
    await expect(search).rejects.toThrow(/nowhere: not reached[^]*PATH[^]*TEMPORAL_ADDRESS[^]*PyPI/);
  });
});

describe('the Temporal server', () => {
  it('keeps its processes through a kill', async () => {
    const returned: string[] = [];
    const watch: Watch = {
      onSpawn: () => undefined,
      onFall: () => undefined,
      onReturn: (name) => returned.push(name),
      onGiveUp: () => undefined,
    };
    const program = await findTemporal('.cache', quiet);
    const port = await freePort();
    const file = path.join(place, 'temporal.db');
    const part = new Part(
      temporalPlan({ program, port, file, log: path.join(place, 'temporal.log') }),
      watch,
    );
    await part.start();
    const connection = await Connection.connect({ address: `127.0.0.1:${port}` });
    const client = new Client({ connection });
    await client.workflow.start('waits', { taskQueue: 'nobody', workflowId: 'matter-1' });

    process.kill(part.pid!, 'SIGKILL');
    expect(await waitUntil(() => returned.length > 0, 30_000)).toBe(true);
    const described = () => client.workflow.getHandle('matter-1').describe();
    expect(
      await waitUntil(
        () =>
          described().then(
            ({ status }) => status.name === 'RUNNING',
            () => false,
          ),
        30_000,
      ),
    ).toBe(true);
    await connection.close();
    await part.stop();
  });
});
