// Supervision 督办 [003] by 13710: assigned on day 1, reported within 3, settled within 7 or a month, followed down to 0.
import { untilDay } from '../../process/acts/limits.ts';
import type { Opening } from '../../process/contract.ts';
import type { Performer } from '../../process/actor.ts';
import { factsOf } from '../../process/event.ts';
import { itemsOf, openTasks } from '../../process/state.ts';
import { runProcess } from '../../process/run.ts';
import type { Story } from '../../process/story.ts';
import type { TaskOptions } from '../../process/task.ts';
import { Assignment, Plan } from './contract.ts';
import { supervision as definition } from './definition.ts';
import { factsIn, firstLetter, letterOut, officeOf } from './rules.ts';

export async function supervision(opening: Opening): Promise<void> {
  await runProcess(definition, opening, async (story) => {
    story.happen({ type: 'noted', what: 'registered', facts: {} });
    if (factsIn(story.state).source === 'summon') return callIn(story);
    const sameStart = { startedAt: new Date(opening.receivedAt) }; // of all four checkpoints
    await assign(story, sameStart);
    story.open('report', responsible(story), sameStart);
    await settle(story, sameStart);
    while (!(await isStruckOff(story))) await settle(story, {}); // sent back: with a clock of its own
    return 'struckOff';
  });
}

const responsible = ({ state }: Story): Performer => ({ unit: factsIn(state).unit ?? undefined });

/** 1: the same day. A letter that the ladder asks for goes out as soon as it is known to whom. */
async function assign(story: Story, start: TaskOptions): Promise<void> {
  story.step('assign');
  story.happen(...firstLetter(story.scene));
  const { form } = await story.ask('assign', officeOf(story.state), start);
  story.happen({ type: 'noted', what: 'assigned', facts: factsOf(Assignment.parse(form)) });
  story.happen(...firstLetter(story.scene));
}

/** 3 and 7, or 1 month: until there is a result. What has a dated plan is followed to that day. */
async function settle(story: Story, start: TaskOptions): Promise<void> {
  story.step('settle');
  let task = await story.ask('settle', responsible(story), start);
  while (task.outcome === 'filePlan') {
    const { until, plan } = Plan.parse(task.form);
    const term = untilDay(story.scene, until);
    story.happen({ type: 'noted', what: 'planned', facts: { plannedUntil: until, plan } });
    task = await story.ask('settle', responsible(story), { term });
  }
  const unneeded = openTasks(story.state).filter(({ kind }) => kind === 'report');
  for (const { id } of unneeded) story.happen({ type: 'taskEnded', task: id, how: 'cancelled' });
}

/** 0: by the office, never by the unit. */
async function isStruckOff(story: Story): Promise<boolean> {
  story.step('strikeOff');
  const { outcome } = await story.ask('check', officeOf(story.state));
  return outcome === 'strikeOff';
}

/** Red cards enough: the head of the unit is called in 约谈, until the talk was held or the summons lifted. */
async function callIn(story: Story): Promise<string> {
  story.step('talk');
  story.happen(...firstLetter(story.scene));
  await story.until((state) => letterOut(state) === undefined);
  return itemsOf(story.state, 'letter').at(-1)?.ending ?? 'cancelled';
}
