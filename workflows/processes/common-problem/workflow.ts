// A common problem 共性问题 [003]: raised once, solved at the level that can, with a lasting measure, watched for its return.
import type { Opening } from '../../process/contract.ts';
import { factsOf } from '../../process/event.ts';
import { runProcess } from '../../process/run.ts';
import type { Task } from '../../process/state.ts';
import type { Story } from '../../process/story.ts';
import { revived } from '../../process/task.ts';
import { Assignment, Measure, Merge, Seen, Solution } from './contract.ts';
import { commonProblem as definition } from './definition.ts';
import { endHeard, factsIn, handedOn, returnsOf, sighted, supervisors } from './rules.ts';

export async function commonProblem(opening: Opening): Promise<void> {
  await runProcess(definition, opening, async (story) => {
    for (const sighting of factsIn(story.state).sightings) story.happen(sighted(story.state, sighting));
    const verdict = await confirm(story);
    if (verdict !== 'confirmed') return verdict;
    await assign(story);
    do {
      await solve(story);
      await takeMeasure(story);
    } while (await comesBack(story));
    return 'solved';
  });
}

const note = (story: Story, what: string, facts: object): void =>
  story.happen({ type: 'noted', what, facts: factsOf(facts) });

/** A person says whether it is one and the same in several places. */
async function confirm(story: Story): Promise<'confirmed' | 'merged' | 'refused'> {
  story.step('confirm');
  const { outcome, form } = await story.ask('confirm', supervisors(story.state));
  if (outcome === 'confirmCommon') {
    note(story, 'registered', {});
    return 'confirmed';
  }
  if (outcome === 'mergeProblem') {
    const { into } = Merge.parse(form);
    note(story, 'merged', { mergedInto: into });
    story.happen(...handedOn(story.state, into));
    return 'merged';
  }
  story.happen(...endHeard(story.state, 'refused', true));
  return 'refused';
}

/** To the level and the unit that can solve it; given back as often as the policy allows, it binds. */
async function assign(story: Story): Promise<void> {
  story.step('assign');
  const { form } = await story.ask('assign', supervisors(story.state));
  const isBinding = returnsOf(story.state) >= story.scene.policy.limits.returns;
  note(story, 'assigned', { ...Assignment.parse(form), isBinding });
}

async function solve(story: Story): Promise<void> {
  for (;;) {
    story.step('solve');
    const { unit, isBinding } = factsIn(story.state);
    const task = await story.ask('solve', { unit }, { isBinding });
    if (task.status === 'done') return note(story, 'solved', { result: Solution.parse(task.form).result });
    if (task.how === 'reassigned') reassign(story, task);
    else await assign(story);
  }
}

function reassign(story: Story, { id }: Task): void {
  const granted = Object.values(story.state.requests).findLast(
    ({ task, kind, status }) => task === id && kind === 'reassignment' && status === 'granted',
  );
  note(story, 'reassigned', { unit: granted?.form['unit'] });
}

/** The lasting measure 长效机制, written by the unit and checked by somebody else. */
async function takeMeasure(story: Story): Promise<void> {
  story.step('measure');
  const { unit } = factsIn(story.state);
  let task = await story.ask('measure', { unit });
  for (;;) {
    const { outcome } = await story.ask('check', supervisors(story.state, unit), { about: task.id });
    if (outcome === 'acceptMeasure')
      return note(story, 'measured', { measure: Measure.parse(task.form).measure });
    story.happen({ type: 'taskReopened', task: task.id, clock: revived(story.scene, task) });
    const [again] = await story.settled(task.id);
    task = again ?? task;
  }
}

/** Those who raised it hear that it is solved; what is seen again in the time of the watch has come back. */
async function comesBack(story: Story): Promise<boolean> {
  story.step('watch');
  story.happen(...endHeard(story.state, 'solved', false));
  const { how, outcome, form } = await story.ask('watch', supervisors(story.state));
  if (how === 'expired') return false;
  const { kind, recurrences } = factsIn(story.state);
  if (outcome === 'reportRecurrence') story.happen(sighted(story.state, { kind, ...Seen.parse(form) }));
  note(story, 'recurred', { recurrences: recurrences + 1 });
  return true;
}
