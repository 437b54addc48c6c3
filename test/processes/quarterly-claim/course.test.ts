import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { keep } from '../../replay/keeping.ts';
import { openStage } from '../../process/stage.ts';
import type { Stage } from '../../process/stage.ts';
import { heldBy } from '../../../workflows/processes/quarterly-claim/claims.ts';
import { stories } from './stories.ts';
import * as w from './walk.ts';

jest.setTimeout(180_000);

/** A cache of two: workers forget, and come back by replaying. */
describe.each([100, 2])('a quarter, with workers that remember %i', (cache) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ cache });
    await stage.hire();
  });
  afterAll(() => stage.close());

  it.each(cache === 2 ? stories.slice(0, 1) : stories)('$name', async ({ tell, kept }) => {
    const id = await tell(stage);
    if (kept !== undefined && cache > 2) await keep(stage, id, kept);
  });

  it('gives a problem to one of all who claim it in the same moment, and to none too much', async () => {
    const { cast, state, tries } = stage;
    const members = ['housing', 'transport'].map((unit) => ({
      ...{ unit: stage.town.unit(unit), powers: ['housing', 'roads'] },
    }));
    const id = await w.walk(stage, 'merge', { members });
    const needs = w.ids(await state(id), 'need');
    await stage.does(id, 'listNeeds', cast.street, { needs });
    for (let n = 0; n < 4; n += 1) {
      await stage.does(id, 'addNeed', cast.street, w.need());
      await stage.does(id, 'listNeeds', cast.street, { needs: [w.ids(await state(id), 'need').at(-1)] });
    }
    await stage.does(id, 'publishProblems', cast.street);
    const problems = w.ids(await state(id), 'problem');
    const wishes = problems.flatMap((one) => [cast.housing, cast.transport].map((who) => ({ one, who })));
    const tried = await Promise.all(
      wishes.map(async ({ one, who }) => (await tries(id, 'claimProblem', who, {}, one)).kind),
    );
    expect(tried.filter((kind) => kind === 'accepted')).toHaveLength(6);
    const after = await state(id);
    expect(members.map(({ unit }) => heldBy(after, unit).length)).toEqual([3, 3]);
  });

  it('agrees with PostgreSQL afterwards, and every history replays', async () => {
    expect(await stage.disagreements()).toEqual([]);
    expect(await stage.notReplaying()).toEqual([]);
  });
});
