// A claimed task [002]: carried out with dated progress, checked by those who asked, until it is done or the quarter is over.
import type { Opening } from '../../process/contract.ts';
import { factsOf } from '../../process/event.ts';
import type { Event } from '../../process/event.ts';
import { runProcess } from '../../process/run.ts';
import { openTasks } from '../../process/state.ts';
import type { Story } from '../../process/story.ts';
import { revived } from '../../process/task.ts';
import { claimTask as definition } from './definition.ts';
import * as rules from './rules.ts';

const { factsIn, last } = rules;

export async function claimTask(opening: Opening): Promise<void> {
  await runProcess(definition, opening, async (story) => {
    const ending = await endingOf(story);
    story.happen(...rules.entryTold(story.scene, ending));
    return ending;
  });
}

/** done, failed (given back), or carried over to the next quarter. */
async function endingOf(story: Story): Promise<'done' | 'failed' | 'carriedOver'> {
  story.step('serve');
  story.open('serve', { unit: factsIn(story.state).unit });
  for (;;) {
    const turn = await worked(story);
    if (turn !== 'submitted') return turn === 'returned' ? 'failed' : 'carriedOver';
    if (await isConfirmed(story)) return 'done';
    sendBack(story);
  }
}

/** The work, with a report of progress at each date, until it is submitted, given back, or the quarter is over. */
async function worked(story: Story): Promise<'submitted' | 'returned' | 'quarterOver'> {
  for (;;) {
    await story.until(() => rules.turnOf(story.scene) !== undefined);
    const turn = rules.turnOf(story.scene);
    if (turn === 'reportDue')
      story.open('progress', { unit: factsIn(story.state).unit }, { term: rules.nextReport(story.scene) });
    else if (turn === 'reassigned') reassign(story);
    else if (turn !== undefined) return turn;
  }
}

/** Another unit goes on, to the same day; it reports progress as its own. */
function reassign(story: Story): void {
  const granted = Object.values(story.state.requests).findLast(
    ({ kind, status }) => kind === 'reassignment' && status === 'granted',
  );
  story.happen(...ended(story, 'progress'));
  story.happen({ type: 'noted', what: 'reassigned', facts: factsOf({ unit: granted?.form['unit'] }) });
  story.open('serve', { unit: factsIn(story.state).unit });
}

const ended = (story: Story, kind: string): Event[] =>
  openTasks(story.state)
    .filter((task) => task.kind === kind)
    .map(({ id }) => ({ type: 'taskEnded', task: id, how: 'cancelled' }));

/** All who asked for it must find it done; one who sends it back is enough. */
async function isConfirmed(story: Story): Promise<boolean> {
  story.step('check');
  story.happen(...ended(story, 'progress'));
  const work = last(story.state, 'serve');
  const checks = rules.checkersOf(story.state).map((who) => story.open('check', who, { about: work?.id }));
  const outcomes = () => checks.map((id) => story.state.tasks[id]);
  const isSentBack = () => outcomes().some((check) => check?.outcome === 'sendTaskBack');
  await story.until(() => isSentBack() || outcomes().every((check) => check?.status !== 'open'));
  story.happen(...ended(story, 'check'));
  return !isSentBack();
}

/** The clock runs on with what was left when it was submitted. */
function sendBack(story: Story): void {
  const work = last(story.state, 'serve');
  if (work === undefined) return;
  story.step('serve');
  story.happen({ type: 'taskReopened', task: work.id, clock: revived(story.scene, work) });
}
