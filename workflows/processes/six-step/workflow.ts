// Six-step handling 六步办理 [000], top to bottom as the text tells it.
import type { Opening } from '../../process/contract.ts';
import { runProcess } from '../../process/run.ts';
import type { Story } from '../../process/story.ts';
import { sixStep as definition } from './definition.ts';
import { analyse, assess, carryOver, enterLedger, feedBack, hearRatings, overrule } from './steps.ts';
import { followed } from './following.ts';
import { handle } from './handling.ts';
import { factsIn } from './rules.ts';

export async function sixStep(opening: Opening): Promise<void> {
  await runProcess(definition, opening, async (story) => {
    const { carried, follows } = factsIn(story.state);
    if (follows !== undefined) return followed(story, follows);
    if (carried === undefined) {
      const verdict = await analyse(story);
      if (verdict !== 'accepted') return verdict;
      await enterLedger(story);
    } else {
      carryOver(story);
    }
    do {
      await handle(story);
      await feedBack(story);
    } while (await mustBeHandledAgain(story));
    await assess(story);
    return 'closed';
  });
}

/** An unsolved or unsatisfied rating goes back to step 3 as often as the policy says, then to the superior. */
async function mustBeHandledAgain(story: Story): Promise<boolean> {
  if ((await hearRatings(story)) !== 'bad') return false;
  const { rehandlings } = factsIn(story.state);
  const isExhausted = rehandlings >= story.scene.policy.limits.rehandlings;
  if (isExhausted && (await overrule(story)) === 'close') return false;
  story.happen({ type: 'noted', what: 'rehandled', facts: { rehandlings: rehandlings + 1 } });
  return true;
}
