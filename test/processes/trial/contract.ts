// A process of the tests' own: neighbours plant trees. It is as any new one would be, and nothing outside this folder knows of
// it: what people fill in, and the town's numbers for it.
import { z } from 'zod';
import { choice, one, place, t, unit, words } from '../../../workflows/process/field.ts';
import { Term } from '../../../workflows/rules/term.ts';

export const TrialNumbers = z.strictObject({
  prepare: Term.default('3wd-eod'),
  thank: Term.default('1wd-eod'),
});

/** By hand: where, and what for. */
export const Call = z.strictObject({
  place: place(t('地点', 'Where')),
  words: words(t('事由', 'What for')),
});
/** The same day at the same place there is one only. */
export const Today = z.strictObject({ place: place(t('地点', 'Where')) });

export const SignUp = z.strictObject({
  words: words(t('想种什么', 'Which tree')),
  contact: words(t('联系方式', 'How to reach you'), 200),
});
export const Striking = z.strictObject({ grounds: words(t('理由', 'Grounds')) });
export const Lending = z.strictObject({ unit: unit(t('借工具的单位', 'Who lends tools')) });
export const Choosing = z.strictObject({ finest: one(t('最好的', 'The finest'), 'trees') });
export const Telling = z.strictObject({
  how: choice(t('怎么样', 'How'), ['well', 'badly'], { well: t('好', 'Well'), badly: t('不好', 'Badly') }),
});
