import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withLog } from '../../apps/local/log.ts';
import { NotReady, Part, type Plan, type Watch } from '../../apps/local/part.ts';
import { waitUntil } from '../../apps/local/wait.ts';

const place = mkdtempSync(path.join(tmpdir(), 'minqing-part-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const stays = 'setInterval(() => undefined, 1000);';
let count = 0;

/** A part that runs a line of JavaScript and is ready when that has written its file. */
function planOf(script: string, more: Partial<Plan> = {}): Plan & { sign: string } {
  const sign = path.join(place, `sign-${++count}`);
  const log = path.join(place, `log-${count}`);
  const code = `const ready = () => require('node:fs').writeFileSync(${JSON.stringify(sign)}, ''); ${script}`;
  return {
    name: 'probe',
    sign,
    log,
    spawn: () => withLog(log, (to) => spawn(process.execPath, ['-e', code], { stdio: ['ignore', to, to] })),
    isReady: () => Promise.resolve(existsSync(sign)),
    readyWithin: 20_000,
    stopOrder: 1,
    stopSignal: 'SIGTERM',
    stopWithin: 5_000,
    ...more,
  };
}

function listener() {
  const heard: string[] = [];
  const watch: Watch = {
    onSpawn: (_plan, child) => heard.push(`spawned ${child.pid}`),
    onFall: (name, how) => heard.push(`${name} fell: ${how}`),
    onReturn: (name) => heard.push(`${name} returned`),
    onGiveUp: (name, why) => heard.push(`${name} given up: ${why.message.split('\n')[0]}`),
  };
  return {
    heard,
    watch,
    hears: (word: string) => waitUntil(() => heard.some((line) => line.includes(word)), 30_000),
  };
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a supervised part', () => {
  it('is started when it says that it is ready, and ends when it is stopped', async () => {
    const { watch, heard } = listener();
    const part = new Part(planOf(`ready(); ${stays}`), watch);
    await part.start();
    const pid = part.pid!;
    expect(heard).toEqual([`spawned ${pid}`]);
    await part.stop();
    expect(isAlive(pid)).toBe(false);
    expect(heard).toHaveLength(1);
  });

  it.each([
    [
      'ends with an error',
      "console.log('no room left'); process.exit(3)",
      /ended before it was ready \(exit code 3\)[^]*no room left/,
    ],
    [
      'is killed while it starts',
      "process.kill(process.pid, 'SIGKILL')",
      /ended before it was ready \(SIGKILL\)/,
    ],
  ])('that %s is refused with the end of its log', async (_how, script, message) => {
    const { watch } = listener();
    await expect(new Part(planOf(script), watch).start()).rejects.toThrow(message);
  });

  it('whose program is not there is refused', async () => {
    const plan = planOf('', { spawn: () => spawn(path.join(place, 'nothing')) });
    await expect(new Part(plan, listener().watch).start()).rejects.toThrow(NotReady);
  });

  it('that is never ready is ended and refused', async () => {
    const { watch } = listener();
    const part = new Part(planOf(stays, { readyWithin: 300 }), watch);
    await expect(part.start()).rejects.toThrow('was not ready within 0.3 s');
    expect(isAlive(part.pid!)).toBe(false);
  });

  it('that is killed stands again', async () => {
    const { watch, heard, hears } = listener();
    const part = new Part(planOf(`ready(); ${stays}`), watch);
    await part.start();
    const before = part.pid!;
    process.kill(before, 'SIGKILL');
    expect(await hears('returned')).toBe(true);
    expect(heard).toContain('probe fell: SIGKILL');
    expect(part.pid).not.toBe(before);
    await part.stop();
  });

  it('that falls again and again is given up', async () => {
    const { watch, heard, hears } = listener();
    const once = planOf("ready(); setTimeout(() => { console.log('broken'); process.exit(1); }, 300);");
    const part = new Part(once, watch);
    await part.start();
    expect(await hears('given up')).toBe(true);
    expect(heard.filter((line) => line.includes('spawned')).length).toBeGreaterThan(3);
    expect(isAlive(part.pid!)).toBe(false);
  });

  it('that is stopped while it starts does not stay', async () => {
    const plan = planOf(`ready(); ${stays}`);
    const part = new Part(
      { ...plan, spawn: () => waitUntil(() => false, 200).then(plan.spawn) },
      listener().watch,
    );
    const starting = part.start();
    await part.stop();
    await expect(starting).rejects.toThrow(NotReady);
    expect(isAlive(part.pid!)).toBe(false);
  });

  it('that does not listen is killed', async () => {
    const deaf = `process.on('SIGTERM', () => undefined); ready(); ${stays}`;
    const part = new Part(planOf(deaf, { stopWithin: 300 }), listener().watch);
    await part.start();
    await part.stop();
    expect(isAlive(part.pid!)).toBe(false);
  });
});
