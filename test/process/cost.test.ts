import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { carryOn, walk } from './walk.ts';

const PER_ACT = { events: 5, transitions: 1 };
const PER_MATTER = { events: 8, transitions: 3 };

describe('what a matter costs Temporal', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.hire();
    await walk(stage, 'closed'); // the worker has everything in hand
  });
  afterAll(() => stage.close());

  async function costOf(
    id: string,
  ): Promise<{ status: string; events: number; transitions: number; bytes: number }> {
    const { status, historyLength, historySize, raw } = await stage.client.workflow.getHandle(id).describe();
    const transitions = Number(raw.workflowExecutionInfo?.stateTransitionCount);
    return { status: status.name, events: historyLength, transitions, bytes: historySize ?? Infinity };
  }

  const costOfActs = (acts: number) => ({
    events: acts * PER_ACT.events + PER_MATTER.events,
    transitions: acts * PER_ACT.transitions + PER_MATTER.transitions,
  });

  it('with the fewest acts: 38 events and 9 transitions, below 24 KiB', async () => {
    const cost = await costOf(await walk(stage, 'closed'));
    expect(cost).toMatchObject({ status: 'COMPLETED', ...costOfActs(6) });
    expect([cost.events, cost.transitions]).toEqual([38, 9]);
    expect(cost.bytes).toBeLessThan(24 * 1024);
  });

  it('5 events and 1 transition for each act more, whichever it is', async () => {
    const { cast, does } = stage;
    const id = await walk(stage, 'handle');
    await does(id, 'claimTask', cast.housing);
    await does(id, 'urgeTask', cast.supervisor, { words: 'w:0:0' });
    await does(id, 'askExtension', cast.housing, { length: '1wd-eod', grounds: 'w:0:0' });
    await does(id, 'refuseExtension', cast.clerk, { grounds: 'w:0:0' });
    await carryOn(stage, id, 'handle', 'closed');
    expect(await costOf(id)).toMatchObject({ status: 'COMPLETED', ...costOfActs(10) });
  });

  it('nothing at all for an act that is refused', async () => {
    const id = await walk(stage, 'handle');
    const before = await costOf(id);
    expect(await stage.refusal(id, 'submitResult', stage.cast.transport, { result: 'w:0:0' })).toBe(
      'notPerformer',
    );
    expect((await costOf(id)).events).toBe(before.events);
  });
});
