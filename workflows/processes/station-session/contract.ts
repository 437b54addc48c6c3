// Five-step feedback loop 五步骤闭环 [003]: a leader or deputy receives residents at a liaison station on a published day.
// What people fill in, what the session and each thing on its list remember, and the three lists of it all.
import { z } from 'zod';
import { satisfaction, toldBy } from '../../process/asked-alike.ts';
import { choice, count, files, moment, one, person, place, several } from '../../process/field.ts';
import { t, unit, words } from '../../process/field.ts';
import { itemsOf } from '../../process/state.ts';
import type { Item, State } from '../../process/state.ts';
import { Rhythm } from '../../rules/period.ts';
import { Term } from '../../rules/term.ts';
import { threeListsOf } from '../../rules/three-lists.ts';
import type { Raised } from '../../rules/three-lists.ts';

/** The town's numbers, each with our default. */
export const SessionNumbers = z.strictObject({
  every: Rhythm.default('month'),
  plan: Term.default('3wd-eod'),
  collate: Term.default('2wd-eod'),
  spot: Term.default('1wd-eod'),
  feedBack: Term.default('2wd-eod'),
  rating: Term.default('7d-eod'),
  ladder: z.string().default('ordinary'),
});
export type SessionNumbers = z.infer<typeof SessionNumbers>;

export const SessionFacts = z.looseObject({
  period: z.string().optional(),
  startsAt: z.iso.datetime().optional(),
  venue: z.string().optional(),
  receiver: z.uuid().optional(),
  /** The rota: whose turn it is, the next one first. */
  receivers: z.array(z.uuid()).default([]),
  isCancelled: z.boolean().default(false),
  late: z.string().optional(),
});
export type SessionFacts = z.infer<typeof SessionFacts>;

/** A resident's booking; words and contact are sealed. */
export const Booking = z.looseObject({
  words: z.string(),
  contact: z.string(),
  person: z.uuid().optional(),
});
export type Booking = z.infer<typeof Booking>;

/** Settled on the spot; a six-step matter; or common to many places and raised to the city as one. */
export const Grade = z.enum(['spot', 'matter', 'common']);
export type Grade = z.infer<typeof Grade>;

/** What one voice said of the result; `solved` is missing where nobody was reached or said anything. */
export const Judged = z.strictObject({
  voice: z.string(),
  solved: z.boolean().optional(),
  satisfaction: z.enum(['satisfied', 'basically', 'dissatisfied']).optional(),
});
export type Judged = z.infer<typeof Judged>;

/** What a matter or a common problem says of itself at its end; a matter has been rated by its reporter already. */
export const Course = z.looseObject({
  process: z.uuid(),
  ending: z.string().optional(),
  dueAt: z.string().optional(),
  result: z.string().optional(),
  rating: z.enum(['unsolved', 'satisfied', 'basically', 'dissatisfied', 'none']).optional(),
  score: z.number().optional(),
});

/** Something that was said; `stage` is the step that it has come to, be the session where it may. */
export const Said = z.looseObject({
  words: z.string(),
  name: z.string().optional(),
  contact: z.string().optional(),
  person: z.uuid().optional(),
  kind: z.string(),
  place: z.string(),
  stage: z.enum(['collate', 'handle', 'feedBack', 'score']).default('collate'),
  grade: Grade.optional(),
  unit: z.uuid().optional(),
  responsible: z.uuid().optional(),
  measure: z.string().optional(),
  problem: z.uuid().nullish(),
  alike: z.array(z.string()).nullish(),
  /** What became of it elsewhere: a matter or a common problem. */
  course: Course.nullish(),
  result: z.string().optional(),
  handledAt: z.string().optional(),
  rehandlings: z.int().default(0),
  judged: z.array(Judged).default([]),
  score: z.number().optional(),
  /** The booking that it was made of. */
  booking: z.string().optional(),
  /** It was merged into this one, or split from it. */
  into: z.string().optional(),
  origin: z.string().optional(),
});
export type Said = z.infer<typeof Said>;

const grounds = words(t('理由', 'Grounds'));
const startsAt = moment(t('接待时间', 'Begins at'));
const venue = place(t('接待地点', 'Where')).optional();
const kind = z.string().meta({ ...t('事项类别', 'Kind of matter'), options: 'kinds' });
const said = words(t('反映内容', 'What was said'));

/** The date, the place and who receives; left empty, whose turn it is by the rota. */
export const Plan = z.strictObject({ startsAt, venue, receiver: person(t('接待人', 'Receiver')).optional() });

/** A visit that is published at once. */
export const Visit = z.strictObject({
  place: place(t('联络站', 'Station')),
  startsAt,
  venue,
  receiver: person(t('接待人', 'Receiver')),
});

export const Substitution = z.strictObject({ receiver: person(t('替补接待人', 'Substitute')), grounds });
export const Rescheduling = z.strictObject({ startsAt, grounds });
export const Reason = z.strictObject({ grounds });

export const BookingForm = z.strictObject({
  words: words(t('想反映什么', 'What about'), 1000),
  contact: words(t('联系方式', 'How to reach you'), 200),
});

/** Step 1. With or without the person's name. */
export const Registering = z.strictObject({
  words: said,
  name: words(t('反映人', 'Who said it'), 200).optional(),
  contact: words(t('联系方式', 'How to reach them'), 200).optional(),
  kind,
  place: place(t('所在地点', 'Where it is')).optional(),
});

/** Who booked is there, and what he says is taken down; empty, as it was booked. */
export const Hearing = Registering.pick({ kind: true, place: true }).extend({ words: said.optional() });

/** Step 2. */
export const Merging = z.strictObject({ into: one(t('并入', 'Into'), 'said') });
export const Splitting = z.strictObject({
  first: words(t('其一', 'The first')),
  second: words(t('其二', 'The second')),
  third: words(t('其三', 'The third')).optional(),
});
export const Classification = z.strictObject({
  grade: choice(t('分级', 'Grade'), ['spot', 'matter', 'common'], {
    spot: t('当场办理', 'Settled on the spot'),
    matter: t('转六步办理', 'A six-step matter'),
    common: t('共性问题', 'A common problem'),
  }),
  kind: kind.optional(),
  unit: unit(t('责任单位', 'Responsible unit')).optional(),
  responsible: person(t('责任人', 'Responsible person')).optional(),
  measure: words(t('办理措施', 'Measure')).optional(),
  problem: z
    .uuid()
    .optional()
    .meta({
      ...t('并入已有共性问题', 'Join a problem that has been raised'),
      options: 'running:common-problem',
    }),
  alike: several(
    t('确认为同类的事项', 'The same thing, as you confirm'),
    'alike:said:common-problem',
  ).optional(),
});
export type Classification = z.infer<typeof Classification>;

/** Step 3. */
export const Settlement = z.strictObject({
  result: words(t('办理结果', 'Result')),
  proof: files(t('佐证材料', 'Proof')),
});

/** Step 4. */
export const Told = z.strictObject({
  by: toldBy,
  receipt: words(t('居民回应', 'What they answered')).optional(),
});

/** Step 5. */
export const Judgement = z.strictObject({
  solved: choice(t('是否解决', 'Is it solved?'), ['yes', 'no'], { yes: t('是', 'Yes'), no: t('否', 'No') }),
  satisfaction,
  words: words(t('补充意见', 'In your own words')).optional(),
});
export const SessionMark = z.strictObject({
  points: count(t('评分', 'Points'), 0, 100),
  words: words(t('评语', 'In your own words')).optional(),
});

/** What a thing on the list remembers. */
export const saidIn = (item: Item): Said => Said.parse(item.facts);

/** From whom: he had booked, or gave a name, or neither. */
function fromWhom({ booking, name }: Said): Raised['from'] {
  if (booking !== undefined) return 'booked';
  return name === undefined ? 'anonymous' : 'named';
}

function raisedIn(state: State, item: Item): Raised {
  const said = saidIn(item);
  const { words, kind, place, grade, unit, responsible, measure, course, handledAt, score } = said;
  const settling = Object.values(state.tasks).findLast(
    (task) => task.item === item.id && task.kind === 'settle',
  );
  return {
    ...{ item: item.id, at: item.openedAt, words, kind, place, from: fromWhom(said) },
    ...{ grade, unit, responsible, measure, handledAt, score, ending: item.ending },
    dueAt: state.clocks[settling?.clock ?? '']?.dueAt ?? course?.dueAt,
    result: said.result ?? course?.result,
  };
}

/** The three lists: views of the same items. What was merged or split stands in them as what it became. */
export const threeLists = (state: State) =>
  threeListsOf(
    itemsOf(state, 'said')
      .filter(({ ending }) => ending !== 'merged' && ending !== 'split')
      .map((item) => raisedIn(state, item)),
  );
