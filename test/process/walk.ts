// The straight way through the six steps, for tests that want a matter to stand somewhere on it.
import type { takeIn } from '../../prisma/intake.ts';
import type { Stage } from './stage.ts';

const DAY = 86_400_000;

/** Where a matter can stand, in the order of the straight way. `tell` only where somebody has to call. */
const PLACES = ['analyse', 'ledger', 'handle', 'check', 'tell', 'rate', 'score', 'closed'] as const;
export type Place = (typeof PLACES)[number];

export interface Wishes {
  readonly intake?: Partial<Parameters<typeof takeIn>[1]>;
  /** Over the triage of a small green matter that housing leads. */
  readonly triage?: object;
  readonly judgement?: object;
  /** Who submits the result, where the triage has chosen another lead than housing. */
  readonly handler?: 'housing' | 'street';
}

export const triage = (lead: string, more: object = {}) => ({
  ...{ importance: 1, urgency: 1, size: 'small', lead, helpers: [], mode: 'team' },
  ...more,
});
export const result = { result: 'w:0:0', proof: [] };
export const because = { grounds: 'w:0:0' };
export const told = { by: 'phone', receipt: 'w:0:0' };

export const satisfied = { contacted: 'yes', solved: 'yes', satisfaction: 'satisfied' };
export const basically = { ...satisfied, satisfaction: 'basically' };
export const unsolved = { contacted: 'yes', solved: 'no', satisfaction: 'dissatisfied' };

/** A calendar day so many days after what `now` is. */
export const dayAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

type Leg = (stage: Stage, id: string, wishes: Wishes) => Promise<unknown>;

const legs: Readonly<Record<Exclude<Place, 'closed'>, Leg>> = {
  analyse: (stage, id, wishes) =>
    stage.does(id, 'acceptMatter', stage.cast.clerk, triage(stage.town.unit('housing'), wishes.triage)),
  ledger: ({ does, cast }, id) => does(id, 'registerMatter', cast.clerk),
  handle: ({ does, cast }, id, { handler = 'housing' }) => does(id, 'submitResult', cast[handler], result),
  check: ({ does, cast }, id) => does(id, 'acceptResult', cast.clerk),
  tell: async ({ does, cast }, id, { intake }) =>
    intake?.answerBy === 'phone' ? does(id, 'confirmTold', cast.clerk, told) : undefined,
  rate: ({ does, cast }, id, { judgement = satisfied }) =>
    does(id, 'rateResult', cast.reporter(id), judgement),
  score: ({ does, cast }, id) => does(id, 'acceptScore', cast.housing),
};

/** Carries a matter on from one place to another. */
export async function carryOn(
  stage: Stage,
  id: string,
  from: Place,
  to: Place,
  wishes: Wishes = {},
): Promise<string> {
  for (const place of PLACES.slice(PLACES.indexOf(from), PLACES.indexOf(to))) {
    if (place !== 'closed') await legs[place](stage, id, wishes);
  }
  return id;
}

/** Reports a matter and carries it to a place on the straight way. */
export async function walk(stage: Stage, to: Place, wishes: Wishes = {}): Promise<string> {
  return carryOn(stage, await stage.report(wishes.intake), 'analyse', to, wishes);
}

/** Rated badly in evaluation: handled again, and rated once more, until it stands before the superior. */
export async function toSuperior(stage: Stage, wishes: Wishes = {}): Promise<string> {
  const id = await walk(stage, 'rate', wishes);
  const again = { ...wishes, judgement: unsolved };
  await carryOn(stage, id, 'rate', 'score', again);
  for (let round = 0; round < stage.policy.limits.rehandlings; round += 1) {
    await carryOn(stage, id, 'handle', 'score', again);
  }
  return id;
}
