// Supervision 督办 with 13710 [003]: one clock, four checkpoints from the same start, letters, and every item followed until
// it is struck off. What people fill in, what the process remembers, and the town's numbers for it.
import { z } from 'zod';
import { choice, day, files, place, t, unit, words } from '../../process/field.ts';
import type { Title } from '../../process/field.ts';
import { Term } from '../../rules/term.ts';

/** The checkpoints are those of practice.md, in calendar days from one start; the rest is our default. */
export const Numbers = z.strictObject({
  assign: Term.default('0d-eod'),
  report: Term.default('3d-eod'),
  ordinary: Term.default('7d-eod'),
  major: Term.default('1mo-eod'),
  check: Term.default('2wd-eod'),
  reply: Term.default('3wd-eod'),
  judge: Term.default('2wd-eod'),
  /** So many red cards of a unit in a year call in its head 约谈. */
  redsToSummon: z.int().min(1).default(3),
  summon: Term.default('5wd-eod'),
  ladder: z.string().default('ordinary'),
});

export const Source = z.enum(['card', 'problem', 'session', 'leader', 'hand', 'summon']);
export type Source = z.infer<typeof Source>;

export const sourceTitles: Readonly<Record<Source, Title>> = {
  card: t('亮牌督办', 'From a card'),
  problem: t('共性问题督办', 'From a common problem'),
  session: t('接访事项督办', 'From a session'),
  leader: t('领导批示督办', 'On a leader’s word'),
  hand: t('督办件', 'Opened by hand'),
  summon: t('约谈', 'Summons'),
};

export const SupervisionFacts = z.looseObject({
  source: Source,
  /** The level of the card that it comes from. */
  level: z.string().optional(),
  unit: z.uuid().nullish(),
  /** The leader who asked for it, and sees what becomes of it. */
  orderedBy: z.uuid().nullish(),
  words: z.string().optional(),
  /** The red cards that call in the head of the unit. */
  reds: z.array(z.string()).default([]),
  class: z.enum(['ordinary', 'major']).default('ordinary'),
  demands: z.string().optional(),
  /** A dated plan was filed: followed to that day, and open all the while. */
  plannedUntil: z.string().optional(),
});
export type SupervisionFacts = z.infer<typeof SupervisionFacts>;

/** 提醒函, 督办函, 约谈: each higher than the one before. */
export const LetterLevel = z.enum(['notice', 'letter', 'summon']);
export type LetterLevel = z.infer<typeof LetterLevel>;

export const letterTitles: Readonly<Record<LetterLevel, Title>> = {
  notice: t('提醒函', 'Notice'),
  letter: t('督办函', 'Letter of supervision'),
  summon: t('约谈通知', 'Summons'),
};

const letterGrounds = ['late', 'noProgress', 'rejected', 'reds', 'ordered'] as const;

/** Why a letter goes out, as it stands in the letter. */
export const groundTitles: Readonly<Record<(typeof letterGrounds)[number], Title>> = {
  late: t('逾期未办结', 'Late'),
  noProgress: t('无进展或未报告', 'No progress, or none reported'),
  rejected: t('办理结果或回复被退回', 'Result or reply rejected'),
  reds: t('累计红牌', 'Red cards'),
  ordered: t('领导批示', 'A leader’s word'),
};
const LetterGround = choice(t('发函依据', 'Ground'), letterGrounds, groundTitles);

/** What a letter is: its number is given by recording it. `issuer` is null where the process issued it by itself. */
export const LetterFacts = z.looseObject({
  level: LetterLevel,
  unit: z.uuid(),
  ground: LetterGround,
  issuer: z.uuid().nullable(),
  words: z.string().optional(),
  /** The unit above, which gets a copy; the superior in the register where nothing is said. */
  copyTo: z.uuid().optional(),
  replyDueAt: z.string(),
  deliveredAt: z.string().optional(),
  repliedAt: z.string().optional(),
});
export type LetterFacts = z.infer<typeof LetterFacts>;

const toUnit = unit(t('责任单位', 'Responsible unit'));
const opinion = words(t('意见', 'Opinion'));
const proof = files(t('佐证材料', 'Proof'));

/** What begins it, by a leader's word or by hand. */
export const Order = z.strictObject({
  words: words(t('督办事项', 'What is to be done')),
  place: place(t('所属地区', 'Place')),
  unit: toUnit.optional(),
});

/** Checkpoint 1. The class decides whether 7 days or a month ends it. */
export const Assignment = z.strictObject({
  class: choice(t('类别', 'Class'), ['ordinary', 'major'], {
    ordinary: t('一般事项', 'Ordinary'),
    major: t('重大复杂事项', 'Major or complex'),
  }),
  unit: toUnit.optional(),
  demands: words(t('督办要求', 'What is demanded')),
});
/** Checkpoint 3. */
export const Progress = z.strictObject({ progress: words(t('办理进展', 'How it is being handled')), proof });
/** Checkpoint 7, or 1 month. */
export const Settlement = z.strictObject({ result: words(t('办理结果', 'Result')), proof });
export const Plan = z.strictObject({
  until: day(t('计划完成日期', 'To be done by')),
  plan: words(t('工作计划', 'The plan')),
});
/** Checkpoint 0. */
export const Opinion = z.strictObject({ opinion: opinion.optional() });
export const Reason = z.strictObject({ grounds: words(t('理由', 'Grounds')) });

export const Letter = z.strictObject({
  ground: LetterGround,
  words: words(t('函件内容', 'What it says')),
  copyTo: unit(t('抄送上级单位', 'Copy to the superior')).optional(),
});
export const Delivery = z.strictObject({
  by: choice(t('送达方式', 'Delivered by'), ['system', 'paper', 'fax'], {
    system: t('系统', 'The system'),
    paper: t('纸质', 'Paper'),
    fax: t('传真', 'Fax'),
  }),
  receiver: words(t('签收人', 'Received by'), 200).optional(),
});
export const Reply = z.strictObject({ reply: words(t('回复', 'Reply')), proof });
export const Talk = z.strictObject({
  attendance: choice(t('到会人员', 'Who came'), ['head', 'deputyHead'], {
    head: t('主要负责人', 'The head'),
    deputyHead: t('分管负责人', 'A deputy head'),
  }),
  minutes: words(t('约谈记录', 'Minutes')),
});
