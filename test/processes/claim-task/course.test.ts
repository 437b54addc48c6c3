import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openStage } from '../../process/stage.ts';
import type { Stage } from '../../process/stage.ts';
import { keep } from '../../replay/keeping.ts';
import { stories } from './stories.ts';
import * as w from './walk.ts';

jest.setTimeout(180_000);

/** A cache of two: workers forget, and come back by replaying. */
describe.each([100, 2])('a claimed task, with workers that remember %i', (cache) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ cache });
    await stage.hire();
  });
  afterAll(() => stage.close());

  it.each(stories)('$name', async ({ tell, kept }) => {
    const id = await tell(stage);
    if (kept !== undefined && cache > 2) await keep(stage, id, kept);
  });

  it('confirmed by one and sent back by another in the same moment has one end', async () => {
    const { cast, tries } = stage;
    const id = await w.submitted(stage, { communities: [w.OTHER, w.OTHER] });
    const checks = Object.values((await stage.state(id)).tasks).filter(({ kind }) => kind === 'check');
    const acts = ['confirmDone', 'sendTaskBack'];
    const tried = await Promise.all(
      acts.map((act, n) => tries(id, act, cast.strangeClerk, n === 0 ? {} : w.because, checks[n]?.id)),
    );
    expect(tried.map(({ kind }) => kind)).toContain('accepted');
    expect(w.waiting(await stage.state(id))).toEqual(['serve', 'progress']);
  });

  it('agrees with PostgreSQL afterwards, and every history replays', async () => {
    expect(await stage.disagreements()).toEqual([]);
    expect(await stage.notReplaying()).toEqual([]);
  });
});
