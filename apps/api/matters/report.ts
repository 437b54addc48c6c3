import { z } from 'zod';
import { choice, t, words } from '../../../workflows/process/field.ts';
import { Time } from '../wire.ts';

const short = z.string().trim().min(1).max(100);

const Contact = z.strictObject({
  name: short.meta({ ...t('姓名', 'Name') }).optional(),
  phone: z
    .string()
    .regex(/^\+?[\d -]{5,20}$/)
    .meta({ ...t('电话', 'Phone') })
    .optional(),
  email: z
    .email()
    .max(200)
    .meta({ ...t('电子邮箱', 'E-mail') })
    .optional(),
  address: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ ...t('住址', 'Address') })
    .optional(),
});

/** How the reporter wants the answer, and what that takes. */
const channels = {
  web: [],
  email: ['email'],
  phone: ['phone'],
  message: ['phone'],
  visit: ['address'],
  letter: ['address'],
} as const;
const AnswerBy = choice(
  t('答复方式', 'How to answer'),
  ['web', 'email', 'phone', 'message', 'visit', 'letter'],
  {
    web: t('网上查询', 'On this site'),
    email: t('电子邮件', 'By e-mail'),
    phone: t('电话', 'By phone'),
    message: t('短信', 'By message'),
    visit: t('上门', 'By a visit'),
    letter: t('信函', 'By letter'),
  },
);

/** What a resident tells; place by its id or code. */
const fields = {
  kind: z
    .string()
    .min(1)
    .max(60)
    .meta({ ...t('事项类别', 'Kind of matter'), options: 'kinds' }),
  place: z
    .string()
    .min(1)
    .max(60)
    .meta({ ...t('地点', 'Place'), options: 'places' }),
  words: words(t('反映内容', 'What happened')),
  contact: Contact.meta({ ...t('联系方式', 'Contact') }).optional(),
  answerBy: AnswerBy.default('web'),
  attachments: z
    .array(z.uuid())
    .max(9)
    .default([])
    .meta({ ...t('照片和材料', 'Photos and papers'), options: 'attachments' }),
};

/** Staff also say how they learned of it, and when it happened where that is past (补录). A system gives its own number. */
const more = {
  channel: choice(t('来源', 'Learned by'), ['web', 'phone', 'visit', 'patrol', 'hotline', 'system'], {
    web: t('网上', 'On line'),
    phone: t('电话', 'Phone'),
    visit: t('走访、来访', 'Visit'),
    patrol: t('巡查', 'Patrol'),
    hotline: t('热线', 'Hotline'),
    system: t('信息系统', 'Information system'),
  }).optional(),
  happenedAt: Time.meta({ ...t('发生时间', 'Happened at') }).optional(),
  external: z
    .string()
    .min(1)
    .max(100)
    .meta({ ...t('来源编号', 'Number at the source') })
    .optional(),
};

type Said = { contact?: z.infer<typeof Contact>; answerBy: z.infer<typeof AnswerBy> };

/** Whoever wants to be called has to say where. */
function mustBeReachable({ value, issues }: { value: Said; issues: z.core.$ZodRawIssue[] }): void {
  for (const part of channels[value.answerBy]) {
    if (value.contact?.[part] !== undefined) continue;
    issues.push({ code: 'invalid_type', expected: 'string', input: undefined, path: ['contact', part] });
  }
}

/** A report by a resident, and one by staff or a system: the forms that `actions` carry. */
export const Report = z.strictObject(fields).check(mustBeReachable);
export const StaffReport = z.strictObject({ ...fields, ...more }).check(mustBeReachable);

/** `follows`: rather than report the same once more, its reporter follows this one of those near by (GET reports/nearby). */
const following = { follows: z.string().max(100).optional() };

/** What is taken in: either form, and what its reporter would rather follow. */
export const OwnReport = z.strictObject({ ...fields, ...following }).check(mustBeReachable);
export const AnyReport = z.strictObject({ ...fields, ...more, ...following }).check(mustBeReachable);
export type AnyReport = z.infer<typeof AnyReport>;
