// The values of a pack in words, in Chinese and English: terms, rungs, and everything plain.
import { readTerm } from './notation.ts';
import type { ParsedTerm, Unit } from './notation.ts';
import { plainText } from './policy-leaves.ts';
import type { Sentence } from './sentence.ts';
import { Colour } from './triage.ts';

export const t = (zh: string, en: string): Sentence => ({ zh, en });

/** A word for a key, where there is one. */
export const among = (words: Readonly<Record<string, Sentence>>, key: string): Sentence | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

const UNITS: Readonly<Record<Unit, Sentence>> = {
  s: t('秒', 'second'),
  min: t('分钟', 'minute'),
  h: t('小时', 'hour'),
  d: t('天', 'day'),
  mo: t('个月', 'month'),
  wmin: t('个工作分钟', 'working minute'),
  wh: t('个工作小时', 'working hour'),
  wd: t('个工作日', 'working day'),
};

/** Days and months run to the end of a day unless they keep the time of day, which then has to be said. */
const TO_THE_HOUR = t('（至同一时刻）', ' (to the hour)');

/** A term as people say it: `3wd-eod` is 3 working days. Terms that differ are said differently. */
export function termSaid(text: string): Sentence {
  const term = readTerm(text);
  if (term === undefined) return t(text, text);
  if (term.count === 0) return t('当天', 'the same day');
  const keepsTime = !term.isToEndOfDay && ['d', 'mo', 'wd'].includes(term.unit);
  const exact = keepsTime ? TO_THE_HOUR : t('', '');
  return t(`${term.count} ${UNITS[term.unit].zh}${exact.zh}`, `${counted(term)}${exact.en}`);
}

const counted = ({ count, unit }: ParsedTerm): string =>
  `${count} ${UNITS[unit].en}${count === 1 ? '' : 's'}`;

const COLOURS: Readonly<Record<Colour, Sentence>> = {
  red: t('红色', 'red'),
  orange: t('橙色', 'orange'),
  yellow: t('黄色', 'yellow'),
  blue: t('蓝色', 'blue'),
  green: t('绿色', 'green'),
};

export function colourSaid(name: string): Sentence {
  const colour = Colour.safeParse(name);
  return colour.success ? COLOURS[colour.data] : t(name, name);
}

/** Codes of a pack that people have a word for. */
const WORDS: Readonly<Record<string, Sentence>> = {
  ...COLOURS,
  month: t('每月', 'every month'),
  quarter: t('每季度', 'every quarter'),
  due: t('到期时', 'when due'),
  working: t('工作时间', 'working time'),
  clock: t('自然时间', 'clock time'),
  reminder: t('催办提醒', 'reminder'),
  letter: t('督办函', 'letter of supervision'),
  holder: t('承办人', 'whoever has the task'),
  head: t('单位负责人', 'head of the unit'),
  superior: t('上级单位', 'superior'),
  supervisor: t('督查室', 'supervision office'),
  console: t('系统消息', 'on screen'),
  email: t('邮件', 'by e-mail'),
};
export const wordSaid = (code: string): Sentence => among(WORDS, code) ?? termSaid(code);

/** Any value of a pack. */
export function valueSaid(value: unknown): Sentence {
  if (typeof value === 'boolean') return value ? t('是', 'yes') : t('否', 'no');
  if (typeof value === 'string') return value === '' ? t('（空）', '(empty)') : wordSaid(value);
  if (!Array.isArray(value)) return t(plainText(value), plainText(value));
  if (value.length === 0) return t('无', 'none');
  return joined(value.map(isSpan(value) ? spanSaid : valueSaid));
}

/** Lists of hours are written as pairs. */
const isSpan = (list: readonly unknown[]): boolean =>
  list.every((one) => Array.isArray(one) && one.length === 2);

function spanSaid(span: unknown): Sentence {
  const [from, to] = Array.isArray(span) ? span.map(String) : [];
  return t(`${from}–${to}`, `${from}–${to}`);
}

export const joined = (said: readonly Sentence[], zh = '、', en = ', '): Sentence =>
  t(said.map((one) => one.zh).join(zh), said.map((one) => one.en).join(en));
