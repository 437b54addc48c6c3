import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { COMMUNITY } from '../../prisma/small-town.ts';
import { openStage } from '../../process/stage.ts';
import type { Stage } from '../../process/stage.ts';
import { keep } from '../../replay/keeping.ts';
import { stories } from './stories.ts';
import * as w from './walk.ts';

jest.setTimeout(180_000);

/** A cache of two: workers forget, and come back by replaying. */
describe.each([100, 2])('a livelihood entry, with workers that remember %i', (cache) => {
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

  it('is entered by subdistricts and the district, for a place of theirs and a year that is not past', async () => {
    const { cast, enter } = stage;
    const enters = (who: typeof cast.street, more = {}) =>
      enter('livelihood', 'enterLivelihood', who, w.entry(stage, more)).catch(({ code }) => code);
    expect(await enters(cast.clerk)).toBe('notLedgerKeeper');
    expect(await enters(cast.caller)).toBe('notLedgerKeeper');
    expect(await enters(cast.street, { place: '150602/150602009' })).toBe('placeNotYours');
    expect(await enters(cast.street, { year: 2001 })).toBe('yearPast');
    expect((await stage.state(await enters(cast.supervisor))).place).toBe(COMMUNITY);
  });

  it('recorded twice in the same moment adds up, and is asked about once more', async () => {
    const { cast, tries } = stage;
    const id = await w.open(stage);
    const on = (await stage.task(id, 'record')).id;
    const tried = await Promise.all(
      [1, 2].map((n) => tries(id, 'recordProgress', cast.housing, w.line(n), on)),
    );
    expect(tried.map(({ kind }) => kind).sort()).toEqual(['accepted', 'rejected']);
    expect([1, 2]).toContain((await stage.state(id)).facts['spent']);
  });

  it('agrees with PostgreSQL afterwards, and every history replays', async () => {
    expect(await stage.disagreements()).toEqual([]);
    expect(await stage.notReplaying()).toEqual([]);
  });
});
