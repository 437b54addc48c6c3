// Common problems 共性问题 [003]: the same in many places is raised to the city once, solved where that can be done, with a
// lasting measure 长效机制, and watched for coming back. What people fill in, and what is remembered.
import { z } from 'zod';
import { choice, files, place, t, unit, words } from '../../process/field.ts';
import { Term } from '../../rules/term.ts';

/** The town's numbers, each with our default. `alike` is the share of likeness from which it is proposed. */
export const ProblemNumbers = z.strictObject({
  assign: Term.default('1wd-eod'),
  solve: Term.default('1mo-eod'),
  measure: Term.default('5wd-eod'),
  check: Term.default('2wd-eod'),
  watch: Term.default('3mo-eod'),
  places: z.int().min(1).default(2),
  alike: z.number().min(0).max(1).default(0.35),
  ladder: z.string().default('ordinary'),
});
export type ProblemNumbers = z.infer<typeof ProblemNumbers>;

/** Where it was seen, and in which item of which process; just a place where somebody simply knows of it. */
export const Sighting = z.looseObject({
  process: z.uuid().optional(),
  item: z.string().optional(),
  place: z.string(),
  kind: z.string(),
});
export type Sighting = z.infer<typeof Sighting>;

export const ProblemFacts = z.looseObject({
  kind: z.string(),
  words: z.string(),
  sightings: z.array(Sighting).default([]),
  level: z.string().optional(),
  unit: z.uuid().optional(),
  isBinding: z.boolean().default(false),
  result: z.string().optional(),
  measure: z.string().optional(),
  recurrences: z.int().default(0),
  mergedInto: z.uuid().optional(),
});
export type ProblemFacts = z.infer<typeof ProblemFacts>;

const grounds = words(t('理由', 'Grounds'));
const kind = z.string().meta({ ...t('事项类别', 'Kind of matter'), options: 'kinds' });

/** By the front door: who knows of it in two places names both; others are added. */
export const Raising = z.strictObject({
  words: words(t('问题描述', 'What the problem is')),
  kind,
  place: place(t('发现地点', 'Seen at')),
  second: place(t('另一地点', 'And at')).optional(),
});

export const Seen = z.strictObject({ place: place(t('发现地点', 'Seen at')), kind: kind.optional() });
export const Reason = z.strictObject({ grounds });
export const Merge = z.strictObject({
  into: z.uuid().meta({ ...t('并入', 'Into'), options: 'running:common-problem' }),
  grounds: grounds.optional(),
});

export const Assignment = z.strictObject({
  level: choice(t('解决层级', 'Level'), ['subdistrict', 'district', 'city'], {
    subdistrict: t('街道', 'Subdistrict'),
    district: t('区县', 'District'),
    city: t('市级', 'City'),
  }),
  unit: unit(t('责任单位', 'Responsible unit')),
  grounds: grounds.optional(),
});
export type Assignment = z.infer<typeof Assignment>;

export const Progress = z.strictObject({ words: words(t('进展', 'Progress')) });
export const Solution = z.strictObject({
  result: words(t('办理结果', 'Result')),
  proof: files(t('佐证材料', 'Proof')),
});
export const Measure = z.strictObject({
  measure: words(t('长效机制', 'Lasting measure')),
  proof: files(t('佐证材料', 'Proof')),
});
