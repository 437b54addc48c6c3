// A claimed task [002]: one problem of a quarter in the hands of one unit, until those who asked for it have checked it.
// What people fill in, and what the task remembers.
import { z } from 'zod';
import { count, day, files, t, words } from '../../process/field.ts';
import { Term } from '../../rules/term.ts';

export const TaskNumbers = z.strictObject({
  /** From one report of progress to the next, where no other date is named. */
  progress: Term.default('15d-eod'),
  check: Term.default('3wd-eod'),
  /** Where no day was named: the quarter waits for it. */
  term: Term.default('1mo-eod'),
  ladder: z.string().default('ordinary'),
});
export type TaskNumbers = z.infer<typeof TaskNumbers>;

export const TaskFacts = z.looseObject({
  kind: z.string(),
  words: z.string(),
  unit: z.uuid(),
  person: z.uuid().optional(),
  dueOn: z.iso.date().nullish(),
  period: z.string().optional(),
  /** Paths of the communities that asked for it; none where the subdistrict did. */
  communities: z.array(z.string()).default([]),
  /** The entry of the livelihood ledger that it serves. */
  livelihood: z.uuid().optional(),
  isQuarterOver: z.boolean().default(false),
});
export type TaskFacts = z.infer<typeof TaskFacts>;

/** Dated: what has been done, how far it is, and when the next report comes. */
export const Progress = z.strictObject({
  done: words(t('进展情况', 'What has been done')),
  percent: count(t('完成进度（%）', 'How far (%)'), 0, 100),
  nextOn: day(t('下次报告日期', 'Next report on')).optional(),
  proof: files(t('佐证材料', 'Proof')),
});

export const Result = z.strictObject({
  result: words(t('办理结果', 'Result')),
  proof: files(t('佐证材料', 'Proof')),
});

export const Reason = z.strictObject({ grounds: words(t('理由', 'Grounds')) });
