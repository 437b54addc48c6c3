import { stories } from '../process/branches/stories.ts';
import { keptHistories } from './keeping.ts';
import { notReplaying } from './replay.ts';

/** Kept by the straight way and by the ladder, beside the branches. */
const besides = ['carried-in', 'closed', 'ladder', 'ladder-suspended'];

describe('the histories that have been kept', () => {
  it('still replay: running processes can go on under the code of today', async () => {
    const kept = await keptHistories();
    const faults = await notReplaying(kept.map(([name, { history }]) => ({ workflowId: name, history })));
    expect(faults).toEqual([]);
  });

  it('are one of every branch that is to be kept: npm run record-histories', async () => {
    const wanted = stories.flatMap(([, told]) => told.flatMap(({ kept }) => kept ?? []));
    const names = (await keptHistories()).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining([...wanted, ...besides]));
  });
});
