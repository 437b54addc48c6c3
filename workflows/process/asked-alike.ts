import { z } from 'zod';
import { choice, t, words } from './field.ts';

/** How somebody was told. */
export const toldBy = choice(t('告知方式', 'By'), ['phone', 'visit', 'letter', 'message'], {
  phone: t('电话', 'Phone'),
  visit: t('上门', 'Visit'),
  letter: t('书面', 'Letter'),
  message: t('短信', 'Message'),
});

/** How content people are (practice.md, three rates). */
export const satisfaction = choice(
  t('是否满意', 'Are you satisfied?'),
  ['satisfied', 'basically', 'dissatisfied'],
  {
    satisfied: t('满意', 'Satisfied'),
    basically: t('基本满意', 'Basically satisfied'),
    dissatisfied: t('不满意', 'Not satisfied'),
  },
);

const grounds = ['street', 'joint', 'emergency'] as const;

/** On what ground a whistle 吹哨 is blown, as people call it. */
export const groundTitles: Readonly<Record<(typeof grounds)[number], { zh: string; en: string }>> = {
  street: t('街道社区无法解决', 'What the street cannot solve'),
  joint: t('联合执法', 'Joint enforcement'),
  emergency: t('应急处置', 'Emergency'),
};
export const Ground = choice(t('吹哨类别', 'Ground'), grounds, groundTitles);
export type Ground = z.infer<typeof Ground>;

/** A whistle blown from a matter at the place where that is. */
export const Whistle = z.strictObject({
  ground: Ground,
  units: z
    .array(z.uuid())
    .min(1)
    .max(12)
    .refine((list) => new Set(list).size === list.length, 'each unit once')
    .meta({ ...t('吹哨单位', 'Units called'), options: 'units' }),
  words: words(t('事由', 'What it is about')),
});
