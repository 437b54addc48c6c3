import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bornAt, identify, isAlive } from '../../apps/local/born.ts';
import { HomeTaken, lockHome } from '../../apps/local/home-lock.ts';
import { keepSecret, openHome } from '../../apps/local/home.ts';
import { ProcessList } from '../../apps/local/left-behind.ts';

const place = mkdtempSync(path.join(tmpdir(), 'minqing-home-'));
const home = openHome(path.join(place, 'home'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const sleeper = () =>
  spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });

describe('a home', () => {
  it('keeps a secret that only its owner reads, the same at every start', () => {
    const first = keepSecret(home, 'master.key');
    expect(first).toHaveLength(32);
    expect(statSync(home.file('master.key')).mode & 0o777).toBe(0o600);
    expect(keepSecret(home, 'master.key')).toEqual(first);
    expect(keepSecret(openHome(path.join(place, 'other')), 'master.key')).not.toEqual(first);
  });

  it('is held by one launcher at a time', () => {
    const release = lockHome(home);
    expect(() => lockHome(home)).toThrow(HomeTaken);
    expect(() => lockHome(home)).toThrow(`process ${process.pid}`);
    release();
    lockHome(home)();
  });

  it.each([
    ['was killed', JSON.stringify({ pid: 2 ** 22 - 7, at: 'ticks 1' })],
    ['had a number that somebody else has now', JSON.stringify({ pid: process.pid, at: 'ticks 1' })],
    ['was killed while it wrote', '{"pid":'],
  ])('is taken over from a launcher that %s', (_how, lock) => {
    writeFileSync(home.file('launcher.json'), lock);
    lockHome(home)();
  });
});

describe('the process list', () => {
  const file = path.join(place, 'processes.json');

  it('ends what an earlier launcher left behind, once', async () => {
    const child = sleeper();
    const gone = once(child, 'exit');
    new ProcessList(file).note('worker', identify(child.pid)!);
    const next = new ProcessList(file);
    expect(await next.endEarlier()).toEqual(['worker']);
    await gone;
    expect(await next.endEarlier()).toEqual([]);
  });

  it('leaves a process alone that only has the number of an earlier one', async () => {
    const child = sleeper();
    new ProcessList(file).note('worker', { pid: child.pid!, at: 'ticks 1' });
    expect(await new ProcessList(file).endEarlier()).toEqual([]);
    expect(bornAt(child.pid!)).toBeDefined();
    child.kill('SIGKILL');
  });

  it('starts anew when its file is broken', async () => {
    writeFileSync(file, '{"worker":{"pid"');
    expect(await new ProcessList(file).endEarlier()).toEqual([]);
  });

  it('knows a living process from a dead one', async () => {
    const child = sleeper();
    const born = identify(child.pid)!;
    expect(isAlive(born)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(born)).toBe(false);
    expect(identify(child.pid)).toBeUndefined();
  });
});
