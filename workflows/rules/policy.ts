// The numbers of a town, as data: terms, ladders, limits, weights. A running process carries a snapshot
// of the version that it began with.
import { z } from 'zod';
import { OfficeHours } from './calendar.ts';
import { Ladder, NoticeHours } from './ladder.ts';
import { Source } from './policy-source.ts';
import { Term } from './term.ts';
import { ScorePolicy } from './score.ts';
import { RatesPolicy } from './rates.ts';
import { Colour, TriageMatrix } from './triage.ts';

const byColour = z.strictObject({ red: Term, orange: Term, yellow: Term, blue: Term, green: Term });

/** How long each step may take, in the notation of term.ts. */
export const Terms = z.strictObject({
  analyse: Term,
  register: Term,
  handle: byColour,
  matter: byColour,
  decide: Term,
  dispatch: Term,
  conference: Term,
  check: Term,
  feedBack: Term,
  rating: Term,
  callBack: Term,
  rehandle: Term,
  appeal: Term,
});
export type Terms = z.infer<typeof Terms>;

/** How often something may happen before it goes to somebody higher. */
export const Limits = z.strictObject({
  returns: z.int().min(1),
  rehandlings: z.int().min(0),
  extensions: z.int().min(0),
  /** By ladder: how long all extensions of a task may be together, as a share of its first term; all of it when unsaid. */
  extension: z.record(z.string(), z.number().positive()).optional(),
  suspensionReview: Term,
  suspensionReviews: z.int().min(1),
});
export type Limits = z.infer<typeof Limits>;

/** A class of work with a fixed term, for towns (and imports) that have no colours. */
export const WorkClass = z.strictObject({ term: Term });

/** What every pack has: enough to compute a deadline. */
export const DeadlinePolicy = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/),
  version: z.string().min(1),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  calendar: z.string(),
  office: OfficeHours,
  classes: z.record(z.string(), WorkClass).default({}),
  sources: z.record(z.string(), Source).default({}),
});
export type DeadlinePolicy = z.infer<typeof DeadlinePolicy>;

/** The numbers of processes, by name: each entry is read by the `numbers` of its own definition. */
const ProcessNumbers = z.record(z.string(), z.record(z.string(), z.json()));

// A town's whole pack. `sources` says for each path which text a value comes from, or "our default". */
const Whole = DeadlinePolicy.extend({
  places: z.array(z.string()).default([]),
  notices: NoticeHours,
  triage: TriageMatrix,
  terms: Terms,
  limits: Limits,
  ladders: z.record(z.string(), Ladder),
  ladderOf: z.record(Colour, z.string()),
  score: ScorePolicy,
  rates: RatesPolicy,
  /** A process listed here is one that the town runs, besides the six steps that all run. */
  processes: ProcessNumbers.default({}),
});

/** Of ordinary tasks, and of the clock of a whole matter. */
const NEEDED_LADDERS = ['ordinary', 'matter'];

export const Policy = Whole.superRefine(({ ladders, ladderOf }, context) => {
  for (const name of NEEDED_LADDERS.filter((needed) => !ladders[needed])) {
    context.addIssue({ code: 'custom', path: ['ladders', name], message: 'this ladder is needed' });
  }
  for (const colour of Colour.options) {
    if (ladders[ladderOf[colour]]) continue;
    context.addIssue({
      code: 'custom',
      path: ['ladderOf', colour],
      message: `no ladder is named "${ladderOf[colour]}"`,
    });
  }
});
export type Policy = z.infer<typeof Policy>;

/** What a running process carries of its pack: the numbers, without what only people read. */
export const PolicySnapshot = Whole.omit({
  sources: true,
  title: true,
  places: true,
  classes: true,
  rates: true,
}).extend({
  /** Not in what was recorded before processes had numbers of their own. */
  processes: ProcessNumbers.optional(),
});
export type PolicySnapshot = z.infer<typeof PolicySnapshot>;

/**
 * The snapshot of a pack for a process that begins now: of the processes' own numbers those of `process` alone (of the
 * others only that the town runs them), or all where none is named.
 */
export function snapshotOf(policy: Policy, process?: string): PolicySnapshot {
  const {
    sources: _sources,
    title: _title,
    places: _places,
    classes: _classes,
    rates: _rates,
    ...rest
  } = policy;
  if (process === undefined) return rest;
  const numbers = Object.entries(policy.processes).map(([name, own]) => [name, name === process ? own : {}]);
  return { ...rest, processes: Object.fromEntries(numbers) };
}
