import { z } from 'zod';
import { choice, moment, t } from '../../../workflows/process/field.ts';

const account = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,39}$/)
  .meta({
    ...t('账号', 'Account'),
    description: 'a–z 0–9 . _ -',
  });

const person = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .meta({ ...t('姓名', 'Name') }),
  nameEn: z
    .string()
    .trim()
    .max(60)
    .optional()
    .meta({ ...t('英文姓名（不填则同姓名）', 'Name in English (as the name, when left out)') }),
  email: z
    .email()
    .max(200)
    .optional()
    .meta({ ...t('工作邮箱', 'E-mail at work') }),
  locale: choice(t('语言', 'Language'), ['zh', 'en'], {
    zh: t('中文', 'Chinese'),
    en: t('英文', 'English'),
  }).default('zh'),
};

export const NewPerson = z.strictObject({ account, ...person });
export type NewPerson = z.infer<typeof NewPerson>;

export const ChangedPerson = z.strictObject(person);
export type ChangedPerson = z.infer<typeof ChangedPerson>;

export const NewAway = z.strictObject({ from: moment(t('开始', 'From')), until: moment(t('结束', 'Until')) });
export type NewAway = z.infer<typeof NewAway>;
