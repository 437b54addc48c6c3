// The other five steps: analyse, ledger, feed back, evaluate, assess. Each reads like its row in [000].
import { startClock } from '../../rules/clock.ts';
import { ScoreReason, scoreMatter, withoutLine } from '../../rules/score.ts';
import type { Score } from '../../rules/score.ts';
import { colourOf } from '../../rules/triage.ts';
import { factsOf } from '../../process/event.ts';
import type { Facts } from '../../process/event.ts';
import { nextId } from '../../process/state.ts';
import type { Task } from '../../process/state.ts';
import type { Story } from '../../process/story.ts';
import { Appeal, Dispatch, Exclusion, Merge, Refusal, Triage } from './contract.ts';
import type { Rating } from './contract.ts';
import * as rules from './rules.ts';

const { factsIn } = rules;

const note = (story: Story, what: string, facts: Facts): void => story.happen({ type: 'noted', what, facts });

/** Step 1. Its clock starts when the front door took the matter, not when Temporal came to it. Ends accepted, not accepted, or merged; moving up asks the next tier the same question. */
export async function analyse(story: Story): Promise<'accepted' | 'notAccepted' | 'merged'> {
  story.step('analyse');
  let startedAt: Date | undefined = new Date(factsIn(story.state).receivedAt);
  for (;;) {
    const task = await story.ask('analyse', rules.dispatcher(story.state), { startedAt });
    if (task.outcome === 'acceptMatter') return accept(story, task);
    if (task.outcome === 'mergeMatter') return merge(story, task);
    if (task.outcome === 'refuseMatter') {
      story.happen(...rules.told(story.state, 'notAccepted', { cause: Refusal.parse(task.form).cause }));
      return 'notAccepted';
    }
    startedAt = undefined;
    note(story, 'movedUp', { tier: rules.higherTier(factsIn(story.state).tier) });
  }
}

function accept(story: Story, task: Task): 'accepted' {
  const triage = Triage.parse(task.form);
  const colour = colourOf(triage.importance, triage.urgency, story.scene.policy.triage);
  note(story, 'triaged', factsOf({ ...triage, colour, dispatchedBy: task.by?.unit ?? null }));
  return 'accepted';
}

function merge(story: Story, task: Task): 'merged' {
  const { into } = Merge.parse(task.form);
  note(story, 'merged', { mergedInto: into });
  for (const reporter of factsIn(story.state).reporters) {
    story.happen({ type: 'messageSent', to: into, act: 'addReporter', input: factsOf(reporter) });
  }
  return 'merged';
}

/** Step 2. Recording it gives the number; the whole matter's clock starts. */
export async function enterLedger(story: Story): Promise<void> {
  story.step('ledger');
  const task = await story.ask('register', rules.dispatcher(story.state));
  registered(story, story.scene.now, { responsible: task.form?.['responsible'] ?? null });
}

/** A matter that another system has triaged and entered: it begins at step 3, its clocks where they began there. */
export function carryOver(story: Story): void {
  const { carried } = factsIn(story.state);
  if (carried === undefined) return;
  story.step('ledger');
  note(story, 'triaged', { lead: carried.lead });
  registered(story, new Date(carried.startedAt), {});
}

function registered(story: Story, from: Date, facts: Facts): void {
  const { policy, state, time } = story.scene;
  const { colour } = factsIn(state);
  const start = { id: nextId('c', state.clocks), of: 'matter', ladder: 'matter', heldBy: null } as const;
  note(story, 'registered', facts);
  const clock = startClock({ ...start, term: policy.terms.matter[colour] }, from, time);
  story.happen({ type: 'clockMoved', why: 'started', clock }, ...rules.told(state, 'registered'));
}

/** Step 4. Told by the channel they came from: by itself where that can be, else somebody calls. */
export async function feedBack(story: Story): Promise<void> {
  story.step('feedBack');
  story.happen(...rules.told(story.state, 'result'));
  const byPerson = factsIn(story.state).reporters.filter((reporter) => !rules.isToldByItself(reporter));
  const caller = rules.dispatcherAt(story.state, rules.lowestTier(story.state.place));
  await story.settled(...byPerson.map(({ matter }) => story.open('tell', caller, { reporter: matter })));
}

/** Step 5. Each reporter rates; who is silent past the window is called back by a clerk of another unit. */
export async function hearRatings(story: Story): Promise<'good' | 'bad'> {
  story.step('evaluate');
  const { reporters, lead } = factsIn(story.state);
  const caller = { callBack: true, place: story.state.place, notUnit: lead };
  const before = story.state.tasks; // an earlier handling keeps its own ratings
  const asked = (kind: string) =>
    Object.values(story.state.tasks).filter((task) => task.kind === kind && before[task.id] === undefined);
  for (const { matter } of reporters) story.open('rate', { reporterOf: matter });
  for (;;) {
    await story.until(
      () => ![...asked('rate'), ...asked('callBack')].some(({ status }) => status === 'open'),
    );
    const silent = rules.silentIn(asked('rate'), asked('callBack'));
    if (silent.length === 0) break;
    for (const reporter of silent) story.open('callBack', caller, { reporter });
  }
  const answered = [...asked('rate').filter(({ status }) => status === 'done'), ...asked('callBack')];
  const ratings: Rating[] = answered.filter(({ how }) => how !== 'cancelled').map(rules.ratingIn);
  note(story, 'rated', factsOf({ ratings }));
  return ratings.some(rules.isBad) ? 'bad' : 'good';
}

/** Handled as often as the policy allows and still not solved: the tier above decides. */
export async function overrule(story: Story): Promise<'again' | 'close'> {
  const { tier, lead: notUnit } = factsIn(story.state);
  const above = rules.dispatcherAt(story.state, rules.higherTier(tier));
  const task = await story.ask('superior', { ...above, notUnit });
  if (task.outcome === 'closeWithReasons') {
    story.happen(...rules.told(story.state, 'closedWithReasons'));
    return 'close';
  }
  const { lead, helpers } = Dispatch.parse(task.form);
  note(story, 'dispatched', factsOf({ lead, helpers, isBinding: true, dispatchedBy: task.by?.unit ?? null }));
  return 'again';
}

/** Step 6. Scored for unit and grid; the unit accepts or appeals, another decides, silence accepts. */
export async function assess(story: Story): Promise<void> {
  story.step('assess');
  let score = scoreMatter(rules.scoredFacts(story.scene), story.scene.policy.score);
  note(story, 'scored', factsOf({ score }));
  for (;;) {
    const task = await story.ask('score', { unit: factsIn(story.state).lead });
    if (task.outcome === 'appealScore') score = await hearAppeal(story, task, score);
    else if (task.outcome === 'askExclusion') await hearExclusion(story, task);
    else return;
  }
}

/** Neither who asks nor anybody of the unit that handled it: no unit judges itself. */
const supervisorBut = (story: Story, task: Task) => ({
  ...rules.dispatcherAt(story.state, 'district'),
  notUnit: factsIn(story.state).lead,
  notPerson: task.by?.person ?? undefined,
});

async function hearAppeal(story: Story, task: Task, score: Score): Promise<Score> {
  const decision = await story.ask('appealDecision', supervisorBut(story, task), { about: task.id });
  if (decision.outcome !== 'upholdAppeal') return score;
  const better = withoutLine(score, ScoreReason.parse(Appeal.parse(task.form).line));
  note(story, 'scored', factsOf({ score: better }));
  return better;
}

async function hearExclusion(story: Story, task: Task): Promise<void> {
  const decision = await story.ask('exclusionDecision', supervisorBut(story, task), { about: task.id });
  if (decision.outcome !== 'grantExclusion') return;
  note(story, 'excluded', { isExcluded: true, exclusion: Exclusion.parse(task.form).cause });
}
