import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../apps/local/ports.ts';
import { waitUntil } from '../../apps/local/wait.ts';
import { Launcher } from './launcher.ts';

const place = mkdtempSync(path.join(tmpdir(), 'minqing-start-'));
const parts = ['API', 'worker', 'Temporal', 'PostgreSQL'];
const homes = new Set<Launcher>();

async function start(home: string): Promise<Launcher> {
  const launcher = new Launcher(path.join(place, home), await freePort());
  homes.add(launcher);
  await launcher.ready();
  return launcher;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).syscall === 'open'; // there is no /proc: the signal was answered
  }
}

const allGone = (pids: number[]) => waitUntil(() => !pids.some(isAlive), 30_000);

afterAll(async () => {
  for (const launcher of homes) if (launcher.isLocked) await launcher.stop();
  for (const home of readdirSync(place)) rmData(path.join(place, home));
  rmSync(place, { recursive: true, force: true });
});

/** Where the server's account could not reach the home, its data lie outside. */
function rmData(home: string): void {
  const pointer = path.join(home, 'postgres.path');
  if (readdirSync(home).includes('postgres.path'))
    rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
}

describe('npm start', () => {
  let one: Launcher;
  beforeAll(async () => (one = await start('one')), 300_000);

  it('says once where it can be opened, and is well', async () => {
    expect(one.count(`Minqing is ready: http://127.0.0.1:${one.port}`)).toBe(1);
    expect(await one.isWell()).toBe(true);
    const page = await fetch(`http://127.0.0.1:${one.port}/`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<!doctype html>');
  });

  it('keeps its secrets to the owner, and shows the demo accounts it made', () => {
    const secret = (name: string) => statSync(path.join(one.home, name)).mode & 0o777;
    for (const name of ['master.key', 'postgres.password', 'demo-accounts.json'])
      expect([name, secret(name)]).toEqual([name, 0o600]);
    const accounts: { account: string; password: string }[] = JSON.parse(
      readFileSync(path.join(one.home, 'demo-accounts.json'), 'utf8'),
    );
    expect(accounts.length).toBeGreaterThan(0);
    for (const { account, password } of accounts)
      expect(one.output).toMatch(new RegExp(`${account} +${password}`));
  });

  it('refuses a second start on the same home, and a port that is taken, each in a sentence', async () => {
    const again = new Launcher(one.home, await freePort());
    expect(await again.ended()).toBe(1);
    expect(again.output).toContain(`Minqing already runs on ${one.home}`);

    const port = await freePort();
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const other = new Launcher(path.join(place, 'other'), port);
    expect(await other.ended()).toBe(1);
    expect(other.output).toContain(
      `Port ${port} is taken. Stop what uses it, or set MINQING_PORT to another one.`,
    );
    squatter.close();
  });

  it.each(parts)('starts the %s again when it is killed', async (part) => {
    const before = one.pidOf(part);
    process.kill(before, 'SIGKILL');
    await one.says(`${part} runs again.`);
    expect(one.pidOf(part)).not.toBe(before);
    expect(await waitUntil(() => one.isWell(), 30_000)).toBe(true);
  });

  it('runs a second home beside the first', async () => {
    const two = await start('two');
    expect(await one.isWell()).toBe(true);
    expect(await two.isWell()).toBe(true);
    expect(await two.stop('SIGINT')).toBe(0);
    expect(await one.isWell()).toBe(true);
  }, 300_000);

  it('stops all of it with exit code 0 when asked to, and goes on later', async () => {
    const pids = parts.map((part) => one.pidOf(part));
    expect(await one.stop()).toBe(0);
    expect(await allGone(pids)).toBe(true);

    const later = await start('one');
    expect(later.output).not.toContain('demo district');
    expect(await later.isWell()).toBe(true);
    one = later;
  }, 120_000);

  it('leaves nothing behind when it is killed itself, and starts again', async () => {
    const pids = parts.map((part) => one.pidOf(part));
    await one.kill();
    expect(await allGone(pids)).toBe(true);
    one = await start('one');
    expect(await one.isWell()).toBe(true);
    expect(await one.stop()).toBe(0);
  }, 120_000);
});
