// The steps of a matter as they are played by hand, each as processes/six-step/ tells it. courses.ts puts them together.
import { pauseClock, resumeClock, startClock } from '../../../workflows/rules/clock.ts';
import { scoreMatter } from '../../../workflows/rules/score.ts';
import type { Event } from '../../../workflows/process/event.ts';
import { nextId } from '../../../workflows/process/state.ts';
import {
  checkerOf,
  dispatcher,
  ratingIn,
  scoredFacts,
  told,
} from '../../../workflows/processes/six-step/rules.ts';
import type { Model } from './model.ts';
import type { Player } from './player.ts';

/** A reference as the journal holds it; nobody opens it. */
const words = (n: number): string => `w:00000000-0000-4000-8000-00000000000${n}:${'0'.repeat(64)}`;

/** Step 1: somebody has to look at it. */
export function begins(player: Player): void {
  player.happen({ type: 'stepEntered', step: 'analyse' });
  player.ask('analyse', dispatcher(player.state));
}

/** Steps 1 and 2: analysed, triaged, in the ledger, and dispatched. */
export function dispatched(player: Player, { community, lead, helper }: Model): void {
  begins(player);
  player.wait(0.5);
  player.does('claimTask', community);
  const triage = {
    importance: 2,
    urgency: 2,
    size: 'small',
    lead: lead.unit,
    helpers: [helper.unit],
    mode: 'team',
  };
  player.does('acceptMatter', community, triage);
  player.note('triaged', { ...triage, colour: 'yellow', dispatchedBy: community.unit });
  player.happen({ type: 'stepEntered', step: 'ledger' });
  player.ask('register', dispatcher(player.state));
  player.wait(0.5);
  player.does('registerMatter', community, { responsible: lead.person });
  player.note('registered', { responsible: lead.person });
  player.happen(matterClock(player), ...told(player.state, 'registered'));
  player.happen({ type: 'stepEntered', step: 'handle' });
  player.ask('handle', { unit: lead.unit ?? undefined });
}

function matterClock({ scene: { state, policy, time, now } }: Player): Event {
  const id = nextId('c', state.clocks);
  const start = {
    id,
    of: 'matter',
    ladder: 'matter',
    heldBy: null,
    term: policy.terms.matter.yellow,
  } as const;
  return { type: 'clockMoved', why: 'started', clock: startClock(start, now, time) };
}

/** Step 3, from the claim to a result that was accepted. */
export function handled(player: Player, { community, lead }: Model, hours: number): void {
  player.does('claimTask', lead);
  player.wait(hours);
  player.does('submitResult', lead, { result: words(1), proof: [] });
  player.ask('check', checkerOf(player.state));
  player.wait(2);
  player.does('acceptResult', community);
}

export type Said = { solved: 'yes' | 'no'; satisfaction: 'satisfied' | 'basically' | 'dissatisfied' };

/** Steps 4 and 5, up to what the reporter says. */
export function rated(player: Player, { reporter }: Model, said: Said): void {
  player.happen({ type: 'stepEntered', step: 'feedBack' }, ...told(player.state, 'result'));
  player.happen({ type: 'stepEntered', step: 'evaluate' });
  player.ask('rate', { reporterOf: reporter.reporterOf ?? undefined });
  player.wait(6);
  player.does('rateResult', reporter, { contacted: 'yes', ...said });
  const tasks = Object.values(player.state.tasks).filter(({ kind }) => kind === 'rate');
  player.note('rated', { ratings: tasks.slice(-1).map(ratingIn) });
}

/** Step 6 and the end. */
export function assessed(player: Player, { lead }: Model): void {
  player.happen({ type: 'stepEntered', step: 'assess' });
  player.note('scored', { score: scoreMatter(scoredFacts(player.scene), player.scene.policy.score) });
  player.ask('score', { unit: lead.unit ?? undefined });
  player.wait(3);
  player.does('acceptScore', lead);
  player.happen({ type: 'closed', ending: 'closed' });
}

/** What was asked for once, and granted. */
export function extended(player: Player, { community, lead }: Model): void {
  player.does('askExtension', lead, { length: '1wd', grounds: words(2) });
  player.wait(1);
  player.does('grantExtension', community, { grounds: words(3) });
}

export function paused(player: Player): void {
  const { state, now, time } = player.scene;
  const clock = Object.values(state.clocks).find(
    ({ of, state: stands }) => of === 'task' && stands === 'running',
  );
  if (clock !== undefined)
    player.happen({ type: 'clockMoved', why: 'paused', clock: pauseClock(clock, 'suspension', now, time) });
}

export function resumed(player: Player): void {
  const { state, now, time } = player.scene;
  const clock = Object.values(state.clocks).find(({ state: stands }) => stands === 'paused');
  if (clock !== undefined)
    player.happen({ type: 'clockMoved', why: 'resumed', clock: resumeClock(clock, now, time) });
}

/** Given back by the unit that had it, and given to another. */
export function returned(player: Player, { community, lead, helper }: Model): void {
  player.does('askReturn', lead, { reason: 'notOurs', grounds: words(4) });
  player.wait(1);
  player.does('grantReturn', community, { grounds: words(5) });
  const dispatch = { lead: helper.unit, helpers: [], isBinding: false, dispatchedBy: community.unit };
  player.note('dispatched', dispatch);
  player.ask('handle', { unit: helper.unit ?? undefined });
}

/** The reporter was not content: step 3 again. */
export function again(player: Player, { lead }: Model): void {
  player.note('rehandled', { rehandlings: 1 });
  player.happen({ type: 'stepEntered', step: 'handle' });
  player.ask('handle', { unit: lead.unit ?? undefined });
}
