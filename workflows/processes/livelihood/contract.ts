// The livelihood ledger 民生实事账本 [002]: entered, progress recorded with money and photos, struck off when it is checked.
// What people fill in, and what an entry remembers.
import { z } from 'zod';
import { count, day, files, place, t, unit, words, yuan } from '../../process/field.ts';
import { Term } from '../../rules/term.ts';

export const LivelihoodNumbers = z.strictObject({
  /** From one record of progress to the next. */
  progress: Term.default('1mo-eod'),
  check: Term.default('5wd-eod'),
  publish: Term.default('3wd-eod'),
  ladder: z.string().default('ordinary'),
});
export type LivelihoodNumbers = z.infer<typeof LivelihoodNumbers>;

export const EntryFacts = z.looseObject({
  year: z.int(),
  words: z.string(),
  budget: z.number(),
  unit: z.uuid(),
  /** Yuan, of all records. */
  spent: z.number().default(0),
});
export type EntryFacts = z.infer<typeof EntryFacts>;

export const NewEntry = z.strictObject({
  year: count(t('年度', 'Year'), 2000, 2100),
  words: words(t('实事内容', 'What is to be done')),
  budget: yuan(t('预算（元）', 'Budget in yuan')),
  unit: unit(t('责任单位', 'Responsible unit')),
  place: place(t('实施地点', 'Where')),
});

/** 记账: on what day what was done, and what it cost since the last record. */
export const Progress = z.strictObject({
  day: day(t('日期', 'Day')),
  spent: yuan(t('本次支出（元）', 'Spent, in yuan')),
  words: words(t('进展情况', 'Progress')),
  photos: files(t('现场照片', 'Photos')),
});

export const Result = z.strictObject({
  result: words(t('完成情况', 'Result')),
  proof: files(t('佐证材料', 'Proof')),
});

export const Reason = z.strictObject({ grounds: words(t('理由', 'Grounds')) });

export const Notice = z.strictObject({ notice: words(t('公示内容', 'What is published')) });
