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

describe('a common problem', () => {
  it.each(stories)('$name', async ({ tell, kept }) => {
    const id = await tell(stage);
    if (kept !== undefined) await keep(stage, id, kept);
  });

  it('costs 5 events an act and 7 besides; that it ends by itself, after one idle look, costs 16', async () => {
    const id = await w.walk(stage, 'watch');
    const { events: before } = await stage.client.workflow.getHandle(id).fetchHistory();
    expect(before).toHaveLength(7 + 5 * 5);
    await w.carryOn(stage, id, 'watch', 'solved');
    const { events = [] } = await stage.client.workflow.getHandle(id).fetchHistory();
    const ofSkipping = events?.filter(({ eventType }) => [55, 60].includes(eventType ?? 0)) ?? [];
    expect((events?.length ?? 0) - ofSkipping.length).toBe(7 + 5 * 5 + 16);
  });

  it('joined twice in the same moment is solved once more, not twice', async () => {
    const id = await w.walk(stage, 'watch');
    const seen = (item: string) => ({
      ...{ process: '01900000-0000-7000-8000-000000000001', item },
      ...w.sightings[0],
    });
    await Promise.all(
      ['i1', 'i2'].map((item) => stage.does(id, 'joinProblem', stage.cast.system, seen(item))),
    );
    const { facts, step, items } = await stage.state(id);
    expect([facts['recurrences'], step, Object.keys(items).length]).toEqual([1, 'solve', 4]);
  });

  it('that is merged into another, while that one is merged into it, is the later one: the earlier goes on', async () => {
    const earlier = await w.walk(stage, 'confirm');
    const later = await w.walk(stage, 'confirm');
    const merged = (id: string, into: string) =>
      stage.does(id, 'mergeProblem', stage.cast.supervisor, { into });
    const [refused, done] = await Promise.allSettled([merged(earlier, later), merged(later, earlier)]);
    expect([refused.status, done.status]).toEqual(['rejected', 'fulfilled']);
    expect([(await stage.state(earlier)).ending, (await stage.state(later)).ending]).toEqual([
      undefined,
      'merged',
    ]);
    expect((await stage.task(earlier, 'confirm')).status).toBe('open');
  });
});

describe('after all of that', () => {
  it('the journal says of every process what the process says itself, and every history replays', async () => {
    expect(await stage.disagreements()).toEqual([]);
    expect(await stage.notReplaying()).toEqual([]);
  });
});
