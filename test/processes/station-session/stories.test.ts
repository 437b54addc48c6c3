import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStage } from '../../process/stage.ts';
import type { Stage } from '../../process/stage.ts';
import { keep } from '../../replay/keeping.ts';
import { stories } from './stories.ts';
import * as w from './walk.ts';

let stage: Stage;
const cast = () => stage.cast;
beforeAll(async () => {
  stage = await openStage();
  await stage.hire();
});
afterAll(() => stage.close());

describe('a session', () => {
  it.each(stories)('$name', async ({ tell, kept }) => {
    const id = await tell(stage);
    if (kept !== undefined) await keep(stage, id, kept);
  });
});

describe('what a session costs Temporal', () => {
  it('5 events an act and 8 in all, and 2 where something earlier comes up than what the timer waits for', async () => {
    const { cast, does } = stage;
    const id = await w.walk(stage, 'handle', [{}]);
    await does(id, 'submitSettlement', cast.clerk, w.settled);
    await does(id, 'acknowledgeResult', cast.deputy);
    expect((await does(id, 'scoreSession', cast.deputy, { points: 100 })).ending).toBe('closed');
    const handle = stage.client.workflow.getHandle(id);
    const { events } = await handle.fetchHistory();
    const replaced = events?.filter((event) => event.timerCanceledEventAttributes).length ?? 0;
    const acts = 9;
    expect((await handle.describe()).historyLength).toBe(8 + 5 * acts + 2 * replaced);
    expect(replaced).toBeLessThanOrEqual(3);
  });
});

describe('two at the same moment', () => {
  it('book, and both are on the list', async () => {
    const id = await w.walk(stage, 'announce');
    await Promise.all(
      [cast().visitor, cast().stranger].map((who) => stage.does(id, 'bookVisit', who, w.booking)),
    );
    expect(Object.keys((await stage.state(id)).items)).toEqual(['i1', 'i2']);
  });

  it('merge two items into each other: one of them is left', async () => {
    const id = await w.walk(stage, 'register');
    await stage.does(id, 'registerItem', cast().clerk, w.said);
    await stage.does(id, 'registerItem', cast().deputy, w.said);
    await stage.does(id, 'concludeSession', cast().clerk);
    const acted = await Promise.all([
      stage.tries(id, 'mergeItem', cast().clerk, { into: 'i2' }, 'i1'),
      stage.tries(id, 'mergeItem', cast().clerkB, { into: 'i1' }, 'i2'),
    ]);
    expect(acted.map(({ kind }) => kind).sort()).toEqual(['accepted', 'rejected']);
    const { items } = await stage.state(id);
    expect(Object.values(items).filter(({ closedAt }) => closedAt === undefined)).toHaveLength(1);
  });
});

describe('after all of that', () => {
  it('the journal says of every process what the process says itself, and every history replays', async () => {
    expect(await stage.disagreements()).toEqual([]);
    expect(await stage.notReplaying()).toEqual([]);
  });
});
