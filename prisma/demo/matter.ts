// One matter of the demo district: what was said, how it came in, and how far the seed brings it.
import { z } from 'zod';
import { DemoKind } from './records.ts';

/** Clock time before the moment of seeding: `40min`, `20h`, `3d`. */
const Ago = z.string().regex(/^[1-9]\d*(min|h|d)$/);

/** How far the seed brings a matter. `handling` is in time (also due today), `handlingLate` is past due. */
export const Course = z.enum([
  'received',
  'analysed',
  'handling',
  'handlingLate',
  'suspended',
  'returnAsked',
  'extensionAsked',
  'extensionAskedAgain',
  'checking',
  'toTell',
  'rating',
  'callBack',
  'rehandling',
  'assessing',
  'appealed',
  'archived',
  'notAccepted',
  'merged',
  'withdrawn',
]);
export type Course = z.infer<typeof Course>;

/** An account, or somebody without one: an invented name and a number of the fictitious range. */
const Reporter = z.union([
  z.strictObject({ account: z.string() }),
  z.strictObject({ name: z.string().min(1), phone: z.string().regex(/^139-0000-00\d\d$/) }),
]);

const Triage = z.strictObject({
  ...DemoKind.pick({ importance: true, urgency: true, size: true, mode: true }).shape,
  lead: z.string(),
  coHandlers: z.array(z.string()),
});

/** What the course needs beyond the triage: which of these must be there, check.ts knows. */
const Later = z.strictObject({
  result: z.string().min(1),
  rating: z.strictObject({
    contacted: z.boolean(),
    solved: z.boolean(),
    satisfaction: z.enum(['satisfied', 'basically', 'not']),
  }),
  reason: z.string().min(1),
  returnCode: z.enum(['notOurTerritory', 'unclearOwner', 'overlappingDuties', 'insufficientFacts']),
  /** Asked extension or review of a suspension, in the notation of terms (practice.md). */
  term: z.string().regex(/^[1-9]\d*(h|d|wd)$/),
  mergedInto: z.string(),
});
export const LaterField = Later.keyof();
export type LaterField = z.infer<typeof LaterField>;

/** `startedAgo`: when the first handling began, where that is to be seen. `happenedAgo` marks a late entry 补录. `about` is the unit complained of. `external` is the other system's id. */
export const DemoMatter = z.strictObject({
  key: z.string().regex(/^m\d\d$/),
  course: Course,
  place: z.string(),
  kind: z.string(),
  way: z.enum(['cadre', 'resident', 'system']),
  channel: z.enum(['web', 'phone', 'visit', 'hotline']),
  reporter: Reporter,
  takenBy: z.string().optional(),
  external: z.string().optional(),
  openedAgo: Ago,
  happenedAgo: Ago.optional(),
  startedAgo: Ago.optional(),
  words: z.string().min(20),
  about: z.string().optional(),
  triage: Triage,
  ...Later.partial().shape,
});
export type DemoMatter = z.infer<typeof DemoMatter>;

export const Matters = z.strictObject({ matters: z.array(DemoMatter) });
export type Matters = z.infer<typeof Matters>;
