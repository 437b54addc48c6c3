// Whistle 社区吹哨、部门报到 and joint enforcement 联合执法 [000 001 004]: several departments are called at once, the caller
// leads and marks them. What people fill in, what the process remembers, and the town's numbers for it.
import { z } from 'zod';
import { Ground, Whistle as WhistleAtHand } from '../../process/asked-alike.ts';
import { count, files, moment, place, t, words } from '../../process/field.ts';
import { Term } from '../../rules/term.ts';

const terms = (street: string, joint: string, emergency: string) =>
  z
    .strictObject({
      street: Term.default(street),
      joint: Term.default(joint),
      emergency: Term.default(emergency),
    })
    .prefault({});

/** How many whistles of a community in a quarter are neither too few nor too many: both are signs (practice.md). */
export const Band = z.strictObject({ few: z.int().min(0).default(1), many: z.int().min(1).default(8) });
export type Band = z.infer<typeof Band>;

/** The town's numbers. Half an hour to answer is common [pub]; the rest is our default. */
export const Numbers = z.strictObject({
  /** On which grounds the tier above has to approve first. */
  approval: z
    .strictObject({
      street: z.boolean().default(true),
      joint: z.boolean().default(true),
      emergency: z.boolean().default(false),
    })
    .prefault({}),
  approve: Term.default('2wh'),
  answer: terms('30min', '30min', '5min'),
  arrive: terms('4wh', '24h', '30min'),
  finish: terms('3wd-eod', '5wd-eod', '24h'),
  mark: Term.default('2wd-eod'),
  band: Band.prefault({}),
  /** Points of a department's score that the best or the worst mark moves. */
  weight: z.number().min(0).default(5),
  ladder: z.string().default('ordinary'),
});

/** What it begins with; a matter that whistles says the same. The unit that calls leads to the end. */
export const WhistleFacts = z.looseObject({
  ground: Ground,
  units: z.array(z.uuid()),
  words: z.string(),
  caller: z.uuid(),
  callerRole: z.string(),
  calledBy: z.uuid().nullable().default(null),
});
export type WhistleFacts = z.infer<typeof WhistleFacts>;

/** What is known of one department called. `seenBy`: a unit says itself that it has come, the caller has seen it. */
export const CalledFacts = z.looseObject({
  unit: z.uuid(),
  answeredAt: z.string().optional(),
  arrivedAt: z.string().nullish(),
  seenBy: z.enum(['unit', 'caller']).optional(),
  isTimely: z.boolean().optional(),
  isAbsent: z.boolean().default(false),
  leftAt: z.string().optional(),
  mark: z.int().min(1).max(5).optional(),
});
export type CalledFacts = z.infer<typeof CalledFacts>;

export const Reason = z.strictObject({ grounds: words(t('理由', 'Grounds')) });

export const Whistle = WhistleAtHand.extend({ place: place(t('报到地点', 'Where to come')) });

export const Approval = z.strictObject({ opinion: words(t('意见', 'Opinion')).optional() });

const who = words(t('来人', 'Who comes'), 500);

export const Reply = z.strictObject({ who });
export const OwnArrival = z.strictObject({ who });
export const Leaving = z.strictObject({ deed: words(t('本单位所做', 'What you did')) });

/** The caller's own record of each department. */
export const Arrival = z.strictObject({ at: moment(t('到场时间', 'Came at')), who });
export type Arrival = z.infer<typeof Arrival>;
export const Done = z.strictObject({ deed: words(t('所做工作', 'What it did')) });

export const Result = z.strictObject({
  result: words(t('处置结果', 'Result')),
  proof: files(t('佐证材料', 'Proof')),
});
export const Mark = z.strictObject({
  mark: count(t('评分（1 至 5）', 'Mark, 1 to 5'), 1, 5),
  words: words(t('评价意见', 'Why')),
});
