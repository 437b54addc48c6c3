// The grammar of a pack's example cases. Times are local, at the policy's offset.
import { z } from 'zod';
import { ScoreFacts } from './score.ts';
import { Colour, Degree } from './triage.ts';

const At = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, 'must be a local time like 2024-09-30T16:00');
const Count = z.int().min(0);

/** A term of the pack (`handle.yellow`), a class, or a number of a process; with a ladder (or its colour) also the rungs. */
const OfTerm = z.strictObject({
  term: z.string(),
  at: At,
  colour: Colour.optional(),
  ladder: z.string().optional(),
});
export type OfTerm = z.infer<typeof OfTerm>;
const OfClass = z.strictObject({ class: z.string(), at: At, ladder: z.string().optional() });
export type OfClass = z.infer<typeof OfClass>;
const OfNumber = z.strictObject({
  ...{ process: z.string(), number: z.string() },
  ...{ at: At, ladder: z.string().optional() },
});
export type OfNumber = z.infer<typeof OfNumber>;
/** What the pack says at a path. */
const OfValue = z.strictObject({ value: z.string() });
/** Numbers of a process that all count from one start, as the four checkpoints of 13710 do. */
const OfCheckpoints = z.strictObject({
  process: z.string(),
  checkpoints: z.array(z.string()).min(1),
  at: At,
});
export type OfCheckpoints = z.infer<typeof OfCheckpoints>;
/** Numbers of a process that follow each other: each counts from the end of the one before. */
const OfPhases = z.strictObject({ process: z.string(), phases: z.array(z.string()).min(1), at: At });
export type OfPhases = z.infer<typeof OfPhases>;
const OfColour = z.strictObject({ importance: Degree, urgency: Degree });
const OfCourse = z.strictObject({ course: ScoreFacts });
/** How many call-backs were valid, and of these contacted, solved, satisfied and basically satisfied. */
const OfCallBacks = z.strictObject({
  callBacks: z.strictObject({
    valid: Count,
    contacted: Count,
    solved: Count,
    satisfied: Count,
    basically: Count,
  }),
});
export type OfCallBacks = z.infer<typeof OfCallBacks>;

const When = z.union(
  [OfTerm, OfClass, OfNumber, OfValue, OfCheckpoints, OfPhases, OfColour, OfCourse, OfCallBacks],
  'must be term and at; class and at; process, number and at; value; process, checkpoints and at; process, phases and at; importance and urgency; course; or callBacks',
);
export type When = z.infer<typeof When>;

const Example = z.strictObject({
  given: z.string().min(1),
  when: When,
  expected: z.record(z.string(), z.json()),
});
export type Example = z.infer<typeof Example>;

/** The text of `<name>.examples.yaml`. */
export const Examples = z.strictObject({ policy: z.string(), cases: z.array(Example).min(1) });
export type Examples = z.infer<typeof Examples>;
