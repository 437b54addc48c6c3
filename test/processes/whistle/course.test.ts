import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStage } from '../../process/stage.ts';
import type { Stage } from '../../process/stage.ts';
import { keep } from '../../replay/keeping.ts';
import { stories } from './stories.ts';
import * as w from './walk.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.hire();
});
afterAll(() => stage.close());

describe('a whistle', () => {
  it.each(stories)('$name', async ({ tell, kept }) => {
    const id = await tell(stage);
    if (kept !== undefined) await keep(stage, id, kept);
  });
});

describe('what a whistle costs Temporal', () => {
  it('with the fewest acts, an emergency that one department comes to: 23 events', async () => {
    const id = await w.finished(stage, ['housing']);
    expect((await w.markAll(stage, id)).ending).toBe('done');
    const { status, historyLength } = await stage.client.workflow.getHandle(id).describe();
    expect([status.name, historyLength]).toEqual(['COMPLETED', 8 + 5 * 3]);
  });
});

describe('two at the same moment', () => {
  it('say that a department has come: it stays once', async () => {
    const id = await w.blow(stage);
    const state = await stage.state(id);
    const item = w.itemFor(stage, state, 'housing');
    const at = state.openedAt;
    const acted = await Promise.all([
      stage.tries(id, 'reportArrival', stage.cast.housing, w.who, w.taskFor(state, 'arrive', item)),
      stage.tries(id, 'recordArrival', stage.cast.clerk, { at, ...w.who }, item),
      stage.tries(id, 'recordArrival', stage.cast.clerkB, { at, ...w.who }, item),
    ]);
    expect(acted.slice(1).map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
    const { tasks, items } = await stage.state(id);
    expect(Object.values(tasks).filter(({ kind }) => kind === 'onSite')).toHaveLength(1);
    expect(items[item]?.facts).toMatchObject({ isTimely: true });
  });
});

describe('after all of that', () => {
  it('the journal says of every process what the process says itself, and every history replays', async () => {
    expect(await stage.disagreements()).toEqual([]);
    expect(await stage.notReplaying()).toEqual([]);
  });
});

describe('workers that remember two processes', () => {
  it('carry many whistles, and nothing is lost or told in two ways', async () => {
    const small = await openStage({ cache: 2 });
    await small.hire();
    const ids = await Promise.all(Array.from({ length: 6 }, () => w.finished(small)));
    const ends = await Promise.all(ids.map((id) => w.markAll(small, id)));
    expect(new Set(ends.map(({ ending }) => ending))).toEqual(new Set(['done']));
    expect(await small.disagreements()).toEqual([]);
    expect(await small.notReplaying()).toEqual([]);
    await small.close();
  });
});
