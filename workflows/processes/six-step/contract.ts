// Six-step handling 六步办理 [000]: analyse, ledger, handle, feed back, evaluate, assess.
// What people fill in at each step, and what the process remembers.
import { z } from 'zod';
import { satisfaction, toldBy } from '../../process/asked-alike.ts';
import { choice, day, degree, files, t, unit, units, words } from '../../process/field.ts';
import { Score } from '../../rules/score.ts';
import { Colour, Degree } from '../../rules/triage.ts';

/** The lowest tier that can solve it; moving up needs a reason (三级网格 [000 001 002 004]). */
export const Tier = z.enum(['community', 'subdistrict', 'district']);
export type Tier = z.infer<typeof Tier>;

/** Somebody who reported it: by their own matter's id, since merged matters keep their receipts. */
export const Reporter = z.strictObject({ matter: z.uuid(), answerBy: z.string() });
export type Reporter = z.infer<typeof Reporter>;

/** What one reporter said of the result; `none` is silence, never "satisfied". */
export const Rating = z.strictObject({
  matter: z.uuid(),
  isValid: z.boolean(),
  contacted: z.boolean().optional(),
  solved: z.boolean().optional(),
  satisfaction: z.enum(['satisfied', 'basically', 'dissatisfied']).optional(),
});
export type Rating = z.infer<typeof Rating>;

/** A matter that comes from another system in mid-course: triage and ledger were done there. */
export const Carried = z.strictObject({ lead: z.uuid(), term: z.string(), startedAt: z.iso.datetime() });

export const SixStepFacts = z.looseObject({
  kind: z.string(),
  way: z.string(),
  channel: z.string(),
  isComplaint: z.boolean().default(false),
  receivedAt: z.string(),
  happenedAt: z.string().optional(),
  reporters: z.array(Reporter),
  carried: Carried.optional(),
  /** The earlier matter that took its reporter up as a follower, before this one began. */
  follows: z.uuid().optional(),
  tier: Tier.default('community'),
  importance: Degree.optional(),
  urgency: Degree.optional(),
  colour: Colour.default('yellow'),
  size: z.string().optional(),
  mode: z.string().optional(),
  lead: z.uuid().optional(),
  helpers: z.array(z.uuid()).default([]),
  dispatchedBy: z.uuid().nullable().default(null),
  isBinding: z.boolean().default(false),
  rehandlings: z.int().default(0),
  ratings: z.array(Rating).default([]),
  score: Score.optional(),
  isExcluded: z.boolean().default(false),
  exclusion: z.string().optional(),
  mergedInto: z.uuid().optional(),
});
export type SixStepFacts = z.infer<typeof SixStepFacts>;

const yesNo = { yes: t('是', 'Yes'), no: t('否', 'No') };
const grounds = words(t('理由', 'Grounds'));
const lead = unit(t('主办单位', 'Lead unit'));
const helpers = units(t('协办单位', 'Co-handlers'));

/** Step 1. Importance × urgency gives the colour; small, big or hard says who can solve it. */
export const Triage = z.strictObject({
  kind: z
    .string()
    .optional()
    .meta({ ...t('事项类别', 'Kind of matter'), options: 'kinds' }),
  importance: degree(t('重要程度', 'Importance')),
  urgency: degree(t('紧急程度', 'Urgency')),
  size: choice(t('大小难', 'Size'), ['small', 'big', 'hard'], {
    small: t('小事', 'Small matter'),
    big: t('大事', 'Big matter'),
    hard: t('难事', 'Hard matter'),
  }),
  lead,
  helpers,
  mode: choice(t('服务方式', 'Service mode'), ['team', 'digital', 'onBehalf', 'appointment', 'offHours'], {
    team: t('组团', 'By a team'),
    digital: t('数字', 'Digital'),
    onBehalf: t('代办', 'On behalf'),
    appointment: t('预约', 'By appointment'),
    offHours: t('错时', 'Off hours'),
  }),
});

export const Refusal = z.strictObject({
  cause: choice(t('不予受理原因', 'Cause'), ['outsidePowers', 'inCourt', 'noFacts', 'repeated', 'other'], {
    outsidePowers: t('超出职权', 'Outside our powers'),
    inCourt: t('已进入司法程序', 'Before a court'),
    noFacts: t('无实质内容', 'No facts'),
    repeated: t('重复且已答复', 'Repeated and answered'),
    other: t('其他', 'Other'),
  }),
  grounds,
});
export const Merge = z.strictObject({
  into: z.uuid().meta({ ...t('并入事项', 'Into matter'), options: 'similar' }),
  grounds: grounds.optional(),
});
export const Reason = z.strictObject({ grounds });

/** Step 2. Who answers for it in person; the number and the deadlines are given by recording it. */
export const Registration = z.strictObject({
  responsible: z
    .uuid()
    .optional()
    .meta({ ...t('责任人', 'Responsible person'), options: 'people' }),
  remark: words(t('备注', 'Remark')).optional(),
});

/** Step 3. */
export const Result = z.strictObject({
  result: words(t('办理结果', 'Result')),
  proof: files(t('佐证材料', 'Proof')),
});
export const Dispatch = z.strictObject({ lead, helpers, grounds: grounds.optional() });
export const Conference = z.strictObject({
  lead,
  helpers,
  minutes: words(t('会商纪要', 'Minutes of the conference')),
});

/** Step 4. */
export const Told = z.strictObject({
  by: toldBy,
  receipt: words(t('居民回应', 'What the resident answered')).optional(),
});

/** Step 5: contacted? solved? satisfied? (practice.md, three rates) */
export const Judgement = z.strictObject({
  contacted: choice(t('是否联系过您', 'Were you contacted?'), ['yes', 'no'], yesNo),
  solved: choice(t('是否解决', 'Is it solved?'), ['yes', 'no'], yesNo),
  satisfaction,
  words: words(t('补充意见', 'In your own words')).optional(),
});
export type Judgement = z.infer<typeof Judgement>;

/** Step 6. */
export const Appeal = z.strictObject({
  line: z.string().meta({ ...t('申诉的扣分项', 'Deduction in question'), options: 'scoreLines' }),
  grounds,
});
export const Exclusion = z.strictObject({
  cause: choice(t('剔除原因', 'Cause'), ['notReasonable', 'outsidePowers', 'inCourt'], {
    notReasonable: t('诉求不合理', 'Demand not reasonable'),
    outsidePowers: t('超出职权', 'Outside powers'),
    inCourt: t('涉法涉诉', 'In court'),
  }),
  grounds,
});

/** Facts that were taken down wrongly; clocks are never reset by it. */
export const Correction = z.strictObject({
  kind: z
    .string()
    .optional()
    .meta({ ...t('事项类别', 'Kind of matter'), options: 'kinds' }),
  happenedOn: day(t('发生日期', 'Happened on')).optional(),
  grounds,
});
