// The verdicts of the six steps: who dispatches, who checks, what a rating leads to, what a matter scores.
import type { Performer } from '../../process/actor.ts';
import type { Scene } from '../../process/definition.ts';
import { factsOf } from '../../process/event.ts';
import type { Event, Facts } from '../../process/event.ts';
import type { State, Task } from '../../process/state.ts';
import { isTimely } from '../../rules/clock.ts';
import { lateWorkingDays } from '../../rules/score.ts';
import type { scoreMatter } from '../../rules/score.ts';
import { clockOf } from '../../process/task.ts';
import type { Rating, Reporter, Tier } from './contract.ts';
import { Judgement, SixStepFacts } from './contract.ts';

/** What a score is made from. */
type MatterFacts = Parameters<typeof scoreMatter>[0];

export const factsIn = (state: State): SixStepFacts => SixStepFacts.parse(state.facts);

const DEPTH: Readonly<Record<Tier, number>> = { district: 1, subdistrict: 2, community: 3 };
const ROLE: Readonly<Record<Tier, string>> = {
  district: 'supervisor',
  subdistrict: 'subdistrict',
  community: 'community',
};
const HIGHER: Readonly<Record<Tier, Tier>> = {
  community: 'subdistrict',
  subdistrict: 'district',
  district: 'district',
};

/** The lowest tier that a place has: an estate or community begins at the community. */
export function lowestTier(place: string): Tier {
  const depth = place.split('/').length;
  if (depth >= DEPTH.community) return 'community';
  return depth === DEPTH.subdistrict ? 'subdistrict' : 'district';
}

export const higherTier = (tier: Tier, by = 1): Tier => (by <= 0 ? tier : higherTier(HIGHER[tier], by - 1));

/** Whoever dispatches at a tier: the staff of the place that the matter lies in. */
export const dispatcherAt = (state: State, tier: Tier): Performer => ({
  role: ROLE[tier],
  place: state.place.split('/').slice(0, DEPTH[tier]).join('/'),
});

export const dispatcher = (state: State): Performer => dispatcherAt(state, factsIn(state).tier);

/** A decision for the n-th time goes n tiers up: a second extension is granted by a higher level. */
export const deciderOf = (scene: Scene, turn: number): Performer =>
  dispatcherAt(scene.state, higherTier(factsIn(scene.state).tier, turn));

/** The result is checked by the dispatcher, never by the handler: one tier up where those are the same unit. */
export function checkerOf(state: State): Performer {
  const { tier, lead, dispatchedBy } = factsIn(state);
  const isSame = lead !== undefined && lead === dispatchedBy;
  return { ...dispatcherAt(state, isSame ? higherTier(tier) : tier), notUnit: lead };
}

/** Told by the process itself where the channel allows it; else somebody has to call. */
export const isToldByItself = ({ answerBy }: Reporter): boolean =>
  ['web', 'email', 'system'].includes(answerBy);

export const told = (state: State, what: string, facts: Record<string, string | number> = {}): Event[] =>
  factsIn(state).reporters.map(({ matter }) => ({ type: 'told', matter, what, facts }));

/** What a settled task of rating or call-back says. */
export function ratingIn(task: Task): Rating {
  const matter = task.reporter ?? task.performer.reporterOf ?? '';
  const judgement = Judgement.partial().safeParse(task.form ?? {});
  if (task.status !== 'done' || !judgement.success || judgement.data.satisfaction === undefined) {
    return { matter, isValid: false };
  }
  const { contacted, solved, satisfaction } = judgement.data;
  return { matter, isValid: true, contacted: contacted === 'yes', solved: solved === 'yes', satisfaction };
}

/** Reporters whose window closed in silence and who have not been called back yet. */
export const silentIn = (rates: readonly Task[], calls: readonly Task[]): string[] =>
  rates
    .flatMap(({ how, performer }) => (how === 'expired' ? (performer.reporterOf ?? []) : []))
    .filter((matter) => !calls.some(({ reporter }) => reporter === matter));

/** Not solved or not satisfied: the matter goes back to step 3. */
export const isBad = (rating: Rating): boolean =>
  rating.isValid && (rating.solved === false || rating.satisfaction === 'dissatisfied');

/** The one rating that counts for the score: the worst of what was validly said. */
export function ratingForScore(ratings: readonly Rating[]): MatterFacts['rating'] {
  const valid = ratings.filter((rating) => rating.isValid);
  if (valid.length === 0) return 'none';
  if (valid.some((rating) => rating.solved === false)) return 'unsolved';
  const worst = (['dissatisfied', 'basically'] as const).find((s) => valid.some((r) => r.satisfaction === s));
  return worst ?? 'satisfied';
}

const handled = (state: State): Task[] => Object.values(state.tasks).filter((task) => task.kind === 'handle');

/** Whether and by how many working days the first handling was late (fine points 5 and 9). */
function lateness(scene: Scene): Pick<MatterFacts, 'late' | 'lateWorkingDays'> {
  const first = handled(scene.state).find((task) => task.status === 'done');
  const clock = first === undefined ? undefined : clockOf(scene, first);
  if (first?.doneAt === undefined || clock === undefined || clock.dueAt === null) {
    return { late: false, lateWorkingDays: 0 };
  }
  const doneAt = new Date(first.doneAt);
  const late = !isTimely(clock, doneAt);
  return { late, lateWorkingDays: late ? lateWorkingDays(new Date(clock.dueAt), doneAt, scene.time) : 0 };
}

/** What the score is computed from; cards that were lifted do not count. */
export function scoredFacts(scene: Scene): MatterFacts {
  const { lead, rehandlings, ratings } = factsIn(scene.state);
  const cards = Object.values(scene.state.cards).filter((c) => c.unit === lead && c.liftedAt === undefined);
  const refused = Object.values(scene.state.requests).filter(
    (r) => r.kind === 'return' && r.status === 'refused',
  );
  return {
    ...lateness(scene),
    refusedReturns: refused.length,
    rehandlings,
    yellow: cards.filter((card) => card.level === 'yellow').length,
    red: cards.filter((card) => card.level === 'red').length,
    rating: ratingForScore(ratings),
  };
}

/** How often a return was approved on this matter: after the policy's number a conference decides. */
export const returnsOf = (state: State): number =>
  Object.values(state.requests).filter((r) => r.kind === 'return' && r.status === 'granted').length;

/** What whoever began the matter (a session) is told of it at its end: how it was rated, by whom handled, with what result. */
export function reportOf({ state }: Scene): Facts {
  const { ratings, score, lead: unit } = factsIn(state);
  const last = handled(state).findLast((task) => task.status === 'done');
  const dueAt = state.clocks[last?.clock ?? '']?.dueAt ?? undefined;
  const result = last?.form?.['result'];
  return factsOf({ rating: ratingForScore(ratings), score: score?.total, unit, result, dueAt });
}
