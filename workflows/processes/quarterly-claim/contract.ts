// Quarterly claim 季度认领 [002]: communities collect needs, the subdistrict merges them, member units claim, each task is followed.
// What people fill in, and what a quarter remembers of its needs, its problems and its members.
import { z } from 'zod';
import type { Actor, Performer } from '../../process/actor.ts';
import { covers, isAskedFor } from '../../process/actor.ts';
import { choice, day, one, person, place, several, t, unit, words } from '../../process/field.ts';
import { ChildCourse } from '../../process/heard.ts';
import type { Item, State } from '../../process/state.ts';
import { Period } from '../../rules/period.ts';
import { Term } from '../../rules/term.ts';
import { NotYours } from '../../rules/violation.ts';

export const QuarterNumbers = z.strictObject({
  collect: Term.default('10d-eod'),
  merge: Term.default('5wd-eod'),
  claim: Term.default('7d-eod'),
  meeting: Term.default('5wd-eod'),
  name: Term.default('3wd-eod'),
  report: Term.default('5wd-eod'),
  /** A unit that claims fewer than `least` is shown; none ever has more than `most`, claimed and assigned together. */
  least: z.int().min(0).default(1),
  most: z.int().min(1).default(3),
  /** What is not done at the quarter's end carries over; else the quarter waits for it. */
  untilEndOfQuarter: z.boolean().default(true),
  ladder: z.string().default('ordinary'),
});
export type QuarterNumbers = z.infer<typeof QuarterNumbers>;

/** A unit of the 大工委, and for what kinds of matters (codes, or the group before the dot) it has powers. */
export const Member = z.looseObject({
  unit: z.uuid(),
  isStanding: z.boolean().default(false),
  powers: z.array(z.string()).default([]),
  /** Days away, the last one included. */
  awayFrom: z.iso.date().optional(),
  awayUntil: z.iso.date().optional(),
});
export type Member = z.infer<typeof Member>;

/** From where a need came: the matter, or the need of an earlier quarter. */
export const Origin = z.looseObject({ process: z.uuid(), item: z.string().optional() });

/** What people need. `times`: how often it has been carried over so far. */
export const Need = z.looseObject({
  place: z.string(),
  words: z.string(),
  kind: z.string(),
  origin: z.enum(['person', 'matter', 'carried']).default('person'),
  from: Origin.optional(),
  times: z.int().min(0).default(0),
});
export type Need = z.infer<typeof Need>;

/** A need of the quarter before that comes over; `times`: how often it had come over before. */
export const CarriedIn = z.object({
  place: z.string(),
  words: z.string(),
  kind: z.string(),
  from: z.object({ process: z.uuid(), item: z.string() }),
  times: z.int().min(0).default(0),
});
export type CarriedIn = z.infer<typeof CarriedIn>;

/** `isOpen`: the quarter before has not decided yet whether it carries over, and will say so. */
export const Carried = CarriedIn.extend({ isOpen: z.boolean().default(false) });

/** A matter that hangs, or comes again and again: proposed as a need. */
export const Trouble = z.looseObject({
  process: z.uuid(),
  place: z.string(),
  kind: z.string(),
  words: z.string(),
  why: z.enum(['suspended', 'repeated']),
});

/** How a claimed task went, as it says at its end. */
export const Course = ChildCourse.extend({
  unit: z.uuid().optional(),
  doneAt: z.string().optional(),
  isTimely: z.boolean().optional(),
});

/** One or several needs that one unit can settle. */
export const Problem = z.looseObject({
  needs: z.array(z.string()),
  words: z.string(),
  kind: z.string(),
  place: z.string(),
  times: z.int().default(0),
  unit: z.uuid().nullish(),
  how: z.enum(['claimed', 'assigned']).nullish(),
  person: z.uuid().optional(),
  dueOn: z.iso.date().optional(),
  /** The entry of the livelihood ledger that it serves. */
  livelihood: z.uuid().optional(),
  course: Course.optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The quarter that comes after, and which needs of this one it waits to hear of. */
export const Next = z.strictObject({ process: z.uuid(), items: z.array(z.string()) });
export type Next = z.infer<typeof Next>;

export const QuarterFacts = z.looseObject({
  period: Period,
  communities: z.array(z.looseObject({ place: z.string() })).default([]),
  members: z.array(Member).default([]),
  carried: z.array(Carried).default([]),
  troubles: z.array(Trouble).default([]),
  next: Next.optional(),
});
export type QuarterFacts = z.infer<typeof QuarterFacts>;

const grounds = words(t('理由', 'Grounds'));
const kind = z.string().meta({ ...t('事项类别', 'Kind of matter'), options: 'kinds' });

export const Reason = z.strictObject({ grounds });

/** Step 1. Without a place it is for the place of who adds it. */
export const NewNeed = z.strictObject({
  kind,
  words: words(t('需求内容', 'The need')),
  place: place(t('所在地', 'Place')).optional(),
});
export const TakenTrouble = z.strictObject({ trouble: one(t('难点事项', 'Matter'), 'troubles') });
export const DemandList = z.strictObject({ remark: words(t('说明', 'Remark')).optional() });

/** Step 2. */
export const Merge = z.strictObject({
  needs: several(t('归并的需求', 'Needs'), 'unsortedNeeds'),
  kind,
  words: words(t('问题表述', 'The problem')),
  /** A quarter's task may serve an entry of the year's livelihood ledger 民生实事账本. */
  livelihood: z
    .uuid()
    .optional()
    .meta({ ...t('对应民生实事', 'Livelihood entry that it serves') }),
});
export const Listed = z.strictObject({ needs: several(t('逐条列入的需求', 'Needs'), 'unsortedNeeds') });

/** Members 成员单位, their powers and days away. */
const standing = choice(t('委员类别', 'Seat'), ['standing', 'partTime'], {
  standing: t('专职委员单位', 'Standing'),
  partTime: t('兼职委员单位', 'Part-time'),
});
const powers = several(t('职责范围', 'Powers'), 'kinds');
export const Admission = z.strictObject({ unit: unit(t('成员单位', 'Member unit')), standing, powers });
export const MemberChange = z.strictObject({ standing, powers });
export const Away = z.strictObject({ from: day(t('自', 'From')), until: day(t('至', 'Until')) });

/** The joint meeting 联席会议. */
export const Assignment = z.strictObject({ unit: unit(t('牵头单位', 'Lead unit')), grounds });
export const Meeting = z.strictObject({
  heldOn: day(t('会议日期', 'Held on')),
  agenda: words(t('议题', 'Agenda')),
  attendance: several(t('到会单位', 'Units present'), 'units'),
  minutes: words(t('会议纪要', 'Minutes')),
});

/** The service list 服务清单: who, and until when; without a day, until the quarter's end. */
export const Responsible = z.strictObject({
  person: person(t('责任人', 'Responsible person')),
  dueOn: day(t('完成期限', 'To be done by')).optional(),
});

export const factsIn = (state: State): QuarterFacts => QuarterFacts.parse(state.facts);
export const memberIn = (item: Item): Member => Member.parse(item.facts);
export const needIn = (item: Item): Need => Need.parse(item.facts);
export const problemIn = (item: Item): Problem => Problem.parse(item.facts);

/** The staff of the subdistrict whose quarter it is. */
export const subdistrict = ({ place }: Pick<State, 'place'>): Performer => ({ role: 'subdistrict', place });

export function mustBeSubdistrict({ state }: { state: State }, actor: Actor): void {
  if (!isAskedFor(subdistrict(state), actor)) throw new NotYours('notSubdistrict');
}

/** Which community a place lies in; undefined where it is the subdistrict's own. */
export const communityOf = ({ communities }: QuarterFacts, place: string): string | undefined =>
  communities.find((community) => covers(community.place, place))?.place;
