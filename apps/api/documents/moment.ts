import type { Language } from '../language.ts';
import { timeOf } from '../wire.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MINUTE = 60_000;

/** A local day as it is written in letters: 2026年11月27日, 27 November 2026. */
export function dayInWords(at: Date, language: Language): string {
  const [year = 0, month = 0, day = 0] = timeOf(at).slice(0, 10).split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** A local day with its time; midnight is the end of the day before, 24:00, for that is how terms end. */
export function timeInWords(at: Date, language: Language): string {
  const time = timeOf(at).slice(11, 16);
  const isEnd = time === '00:00';
  const day = dayInWords(isEnd ? new Date(at.getTime() - MINUTE) : at, language);
  const clock = isEnd ? '24:00' : time;
  return language === 'zh' ? `${day}${clock}` : `${clock} on ${day}`;
}
