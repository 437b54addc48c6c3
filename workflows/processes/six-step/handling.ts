// Step 3, handle 及时办理: one lead to the end, co-handlers beside it, and the ways back from there.
import type { Story } from '../../process/story.ts';
import { factsOf } from '../../process/event.ts';
import { openTasks } from '../../process/state.ts';
import type { Task } from '../../process/state.ts';
import { revived } from '../../process/task.ts';
import type { TaskOptions } from '../../process/task.ts';
import { Conference, Dispatch } from './contract.ts';
import { checkerOf, dispatcher, factsIn, returnsOf } from './rules.ts';

/** Dispatches until a result has been accepted. */
export async function handle(story: Story): Promise<void> {
  story.step('handle');
  const start = startOf(story);
  let lead = dispatchLead(story);
  dispatchHelpers(story, lead, start);
  for (;;) {
    const [task] = await story.settled(lead);
    if (task === undefined) throw new Error('the handling task is lost');
    if (task.status === 'ended') lead = await leadAfter(story, task);
    else if (await isAccepted(story, task)) return;
  }
}

/** Given back or given on: another dispatch, with a clock of its own. Co-handlers change with a dispatch only. */
async function leadAfter(story: Story, task: Task): Promise<string> {
  if (task.how === 'reassigned') {
    reassign(story, task);
    return dispatchLead(story);
  }
  await dispatchAgain(story);
  const lead = dispatchLead(story);
  dispatchHelpers(story, lead, startOf(story));
  return lead;
}

/**
 * The unit's clock starts now, with the full term; a re-handling has a term of its own (fine point 5), and what was
 * dispatched in another system goes on with the clock that it had there.
 */
function startOf(story: Story): Pick<TaskOptions, 'term' | 'startedAt'> {
  const { rehandlings, carried } = factsIn(story.state);
  if (rehandlings > 0) return { term: story.scene.policy.terms.rehandle };
  const isFirst = !Object.values(story.state.tasks).some((task) => task.kind === 'handle');
  return carried !== undefined && isFirst
    ? { term: carried.term, startedAt: new Date(carried.startedAt) }
    : { term: carried?.term };
}

function dispatchLead(story: Story): string {
  const { lead, isBinding } = factsIn(story.state);
  return story.open('handle', { unit: lead }, { isBinding, ...startOf(story) });
}

/** Co-handlers of this dispatch: who was called before and still is goes on, who no longer is may stop. */
function dispatchHelpers(story: Story, lead: string, start: ReturnType<typeof startOf>): void {
  const { helpers } = factsIn(story.state);
  const called = openTasks(story.state).filter(({ kind }) => kind === 'assist');
  for (const { id, performer } of called) {
    if (!helpers.some((unit) => unit === performer.unit))
      story.happen({ type: 'taskEnded', task: id, how: 'cancelled' });
  }
  for (const unit of helpers.filter((one) => !called.some(({ performer }) => performer.unit === one))) {
    story.open('assist', { unit }, { about: lead, ...start });
  }
}

async function isAccepted(story: Story, task: Task): Promise<boolean> {
  const checked = await story.ask('check', checkerOf(story.state), { about: task.id });
  if (checked.outcome === 'acceptResult') return true;
  story.happen({ type: 'taskReopened', task: task.id, clock: revived(story.scene, task) });
  return false;
}

/** After the policy's number of returns a conference decides, and its dispatch binds. */
async function dispatchAgain(story: Story): Promise<void> {
  const isBinding = returnsOf(story.state) >= story.scene.policy.limits.returns;
  const task = await story.ask(isBinding ? 'conference' : 'dispatch', dispatcher(story.state));
  const { lead, helpers } = (isBinding ? Conference : Dispatch).parse(task.form);
  const facts = factsOf({ lead, helpers, isBinding, dispatchedBy: task.by?.unit ?? null });
  story.happen({ type: 'noted', what: 'dispatched', facts });
}

function reassign(story: Story, task: Task): void {
  const request = Object.values(story.state.requests).find(
    (r) => r.task === task.id && r.kind === 'reassignment' && r.status === 'granted',
  );
  const unit = request?.form['unit'];
  if (unit !== undefined) story.happen({ type: 'noted', what: 'reassigned', facts: { lead: unit } });
}
