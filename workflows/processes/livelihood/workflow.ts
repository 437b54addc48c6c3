// An entry of the livelihood ledger 民生实事账本 [002]: 入账 entered, 记账 progress recorded, 销账 struck off, published.
import type { Opening } from '../../process/contract.ts';
import { runProcess } from '../../process/run.ts';
import { openTasks } from '../../process/state.ts';
import type { State, Task } from '../../process/state.ts';
import type { Story } from '../../process/story.ts';
import { revived } from '../../process/task.ts';
import { livelihood as definition } from './definition.ts';
import { checkerOf, factsIn, keeperOf } from './rules.ts';

export async function livelihood(opening: Opening): Promise<void> {
  await runProcess(definition, opening, async (story) => {
    story.step('enter');
    story.happen({ type: 'noted', what: 'registered', facts: {} });
    const { unit } = factsIn(story.state);
    story.step('record');
    const work = story.open('deliver', { unit });
    for (;;) {
      await recordProgress(story, work);
      if (await isStruckOff(story)) break;
      sendBack(story, work);
    }
    story.step('publish');
    await story.ask('publish', keeperOf(story.state));
    return 'struckOff';
  });
}

const isOpen = ({ tasks }: State, id: string): boolean => tasks[id]?.status === 'open';

/** A line of the ledger each period, and whenever there is something to say, until the unit asks to strike it off. */
async function recordProgress(story: Story, work: string): Promise<void> {
  while (isOpen(story.state, work)) {
    const line = story.open('record', { unit: factsIn(story.state).unit });
    await story.until((state) => !isOpen(state, work) || !isOpen(state, line));
  }
  for (const { id } of openTasks(story.state))
    story.happen({ type: 'taskEnded', task: id, how: 'cancelled' });
}

async function isStruckOff(story: Story): Promise<boolean> {
  story.step('strikeOff');
  const { outcome } = await story.ask('check', checkerOf(story.state));
  return outcome === 'strikeOff';
}

/** The clock runs on with what was left when it was submitted. */
function sendBack(story: Story, work: string): void {
  const task: Task | undefined = story.state.tasks[work];
  if (task === undefined) return;
  story.step('record');
  story.happen({ type: 'taskReopened', task: work, clock: revived(story.scene, task) });
}
