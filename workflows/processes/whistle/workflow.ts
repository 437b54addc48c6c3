// Whistle 社区吹哨、部门报到 [000 001 004]: one calls, each answers and comes, nobody leaves before it is done, and the
// caller marks each.
import type { Opening } from '../../process/contract.ts';
import { nextId, openItems } from '../../process/state.ts';
import { runProcess } from '../../process/run.ts';
import type { Story } from '../../process/story.ts';
import { calledIn, callerOf, approverOf, factsIn, needsApproval } from './rules.ts';
import { whistle as definition } from './definition.ts';

export async function whistle(opening: Opening): Promise<void> {
  await runProcess(definition, opening, async (story) => {
    if (needsApproval(story.scene) && !(await isApproved(story))) return 'refused';
    story.step('report');
    callUnits(story);
    await story.ask('finish', callerOf(story.state));
    story.step('mark');
    await story.settled(...askMarks(story));
    return 'done';
  });
}

async function isApproved(story: Story): Promise<boolean> {
  story.step('approve');
  const { outcome } = await story.ask('approve', approverOf(story.state));
  return outcome === 'approveWhistle';
}

/** Each department has its own clock to answer and its own to come; both start with the call. */
function callUnits(story: Story): void {
  for (const unit of factsIn(story.state).units) {
    const item = nextId('i', story.state.items);
    story.happen({ type: 'itemAdded', item, kind: 'called', facts: { unit } });
    story.open('answer', { unit }, { item });
    story.open('arrive', { unit }, { item });
  }
}

/** Who came and who did not: each is marked by the caller, and never by itself. */
function askMarks(story: Story): string[] {
  const caller = callerOf(story.state);
  return openItems(story.state, 'called').map((item) =>
    story.open('mark', { ...caller, notUnit: calledIn(item).unit }, { item: item.id }),
  );
}
