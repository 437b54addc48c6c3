import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStage } from '../../process/stage.ts';
import type { Stage } from '../../process/stage.ts';
import * as w from './walk.ts';

/** Terms in which each step is due before the one ahead of it was, whatever day it is: every step moves the timer. */
const terms = {
  'quarterly-claim': {
    collect: '70d',
    merge: '60d',
    claim: '50d',
    meeting: '40d',
    name: '30d',
    report: '10d',
  },
  'claim-task': { progress: '60d', check: '20d' },
};

describe('what a quarter costs Temporal', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({
      pack: (policy) => ({ ...policy, processes: { ...policy.processes, ...terms } }),
    });
    await stage.hire();
  });
  afterAll(() => stage.close());

  async function costOf(id: string) {
    const {
      historyLength,
      historySize = Infinity,
      status,
    } = await stage.client.workflow.getHandle(id).describe();
    return { status: status.name, events: historyLength, bytes: historySize };
  }

  /** Both members claim and confirm: nothing waits for a window to close. */
  async function smallest(): Promise<{ quarter: string; tasks: string[] }> {
    const { cast, does, state } = stage;
    const id = await w.walk(stage, 'claim');
    const [lift, hole] = w.ids(await state(id), 'problem');
    for (const [who, one] of [[cast.housing, lift] as const, [cast.transport, hole] as const]) {
      await does(id, 'claimProblem', who, {}, one);
      await does(id, 'confirmClaims', who, {}, w.taskOf(await state(id), 'claim', who.unit ?? ''));
    }
    await does(id, 'concludeMeeting', cast.street, w.meeting(stage));
    await w.carryOn(stage, id, 'service', 'closed');
    const { begun } = await state(id);
    return { quarter: id, tasks: begun.map((one) => one.id) };
  }

  it('20 acts of three needs, two problems and two members: 5 events each and 16 besides; a task of its own 20', async () => {
    const { quarter, tasks } = await smallest();
    const cost = await costOf(quarter);
    expect(cost).toMatchObject({ status: 'COMPLETED', events: 20 * 5 + 16 });
    expect(cost.bytes).toBeLessThan(64 * 1024);
    const own = await Promise.all(tasks.map(costOf));
    expect(own.map(({ events }) => events)).toEqual([20, 20]);
  });

  it('the same for each need, claim and name more: a large quarter stays far below what one history may hold', async () => {
    const { cast, does } = stage;
    const id = await w.open(stage);
    const before = await costOf(id);
    for (let n = 0; n < 10; n += 1) await does(id, 'addNeed', cast.clerk, w.need());
    expect((await costOf(id)).events).toBe(before.events + 10 * 5);
  });
});
