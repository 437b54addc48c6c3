import { jest } from '@jest/globals';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openStage } from '../process/stage.ts';
import type { Stage } from '../process/stage.ts';
import { workflowBundle } from '../setup/bundle.ts';
import { expectUnharmed } from './aftermath.ts';
import { storm } from './storm.ts';
import { thief } from './thief.ts';

const MATTERS = 4;
const DEATHS = 2;

/** Whoever dies with a task of Temporal's in hand keeps it for ten seconds. */
jest.setTimeout(180_000);

/** A worker in a process of its own, at work. */
async function begets({ address, queue }: Stage): Promise<ChildProcess> {
  const { codePath } = await workflowBundle();
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    TEMPORAL_ADDRESS: address,
    QUEUE: queue,
    BUNDLE: codePath,
    CACHE: '100',
  };
  const child = fork(path.join(process.cwd(), 'test', 'faults', 'worker.mjs'), [], { env });
  await once(child, 'message');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('workers that die at work', () => {
  it('kill -9, again and again: the next one goes on where the history ends', async () => {
    const stage = await openStage({ between: thief(), sticky: '1 second' });
    await stage.hire(false); // it only records
    let child = await begets(stage);
    let isOver = false;
    const storming = storm(stage, MATTERS).finally(() => (isOver = true));
    for (let death = 0; death < DEATHS && !isOver; death += 1) {
      await pause(400);
      await kill(child);
      child = await begets(stage);
    }
    await expectUnharmed(stage, await storming);
    await kill(child);
    await stage.close();
  });

  it('dismissed and replaced in the middle of their work', async () => {
    const stage = await openStage({ between: thief(), sticky: '1 second' });
    let hand = await stage.hire();
    let isOver = false;
    const storming = storm(stage, MATTERS).finally(() => (isOver = true));
    for (let change = 0; change < DEATHS && !isOver; change += 1) {
      await pause(200);
      await stage.dismiss(hand);
      hand = await stage.hire();
    }
    await expectUnharmed(stage, await storming);
    await stage.close();
  });
});
