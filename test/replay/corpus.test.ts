import { stories } from '../process/branches/stories.ts';
import { stories as ofProblems } from '../processes/common-problem/stories.ts';
import { stories as ofSessions } from '../processes/station-session/stories.ts';
import { stories as ofTasks } from '../processes/claim-task/stories.ts';
import { stories as ofLivelihood } from '../processes/livelihood/stories.ts';
import { stories as ofQuarters } from '../processes/quarterly-claim/stories.ts';
import { stories as ofSupervision } from '../processes/supervision/stories.ts';
import { stories as ofWhistles } from '../processes/whistle/stories.ts';
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
    const told = [
      ...stories.flatMap(([, some]) => some),
      ...ofProblems,
      ...ofSessions,
      ...ofTasks,
      ...ofLivelihood,
      ...ofQuarters,
      ...ofSupervision,
      ...ofWhistles,
    ];
    const wanted = told.flatMap(({ kept }) => kept ?? []);
    const names = (await keptHistories()).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining([...wanted, ...besides]));
  });
});
