import { partsOf, readTerm } from '../../../workflows/rules/notation.ts';
import type { Language } from '../language.ts';

const UNITS = {
  s: ['秒', 'second'],
  min: ['分钟', 'minute'],
  h: ['小时', 'hour'],
  d: ['天', 'day'],
  mo: ['个月', 'month'],
  wmin: ['个工作分钟', 'working minute'],
  wh: ['个工作小时', 'working hour'],
  wd: ['个工作日', 'working day'],
} as const;

/** A term of the policy's notation as people say it: `5wd-eod` is 5个工作日内; as it was written where it is none. */
export function termInWords(term: string, language: Language): string {
  const parsed = readTerm(term);
  if (parsed === undefined) return term;
  if (parsed.count === 0) return language === 'zh' ? '当天之内' : 'the same day';
  const said = partsOf(parsed).map(({ count, unit }) => counted(count, UNITS[unit], language));
  return language === 'zh' ? `${said.join('')}内` : `within ${said.join(' ')}`;
}

const counted = (count: number, [zh, en]: readonly [string, string], language: Language): string =>
  language === 'zh' ? `${count}${zh}` : `${count} ${en}${count === 1 ? '' : 's'}`;
