import type { TFunction } from 'i18next';
import { partsOf, readTerm } from '../../../../workflows/rules/notation.ts';

/** A term of the policy's notation in words, for beside the moment when it ends: `5wd-eod` is "5 working days". */
export function termInWords(term: string, t: TFunction<'matter'>): string {
  const read = readTerm(term);
  if (read === undefined) return term;
  if (read.count === 0) return t('term.today');
  return partsOf(read)
    .map(({ count, unit }) => t(`term.${unit}`, { count }))
    .join(' ');
}

/** The same with when on its last day it ends, where that is not the time of day at which it began. */
export function wholeTerm(term: string, t: TFunction<'matter'>): string {
  const length = termInWords(term, t);
  const read = readTerm(term);
  if (read === undefined || read.count === 0 || !read.isToEndOfDay) return length;
  return read.unit === 'wd' ? t('term.untilClose', { length }) : t('term.untilEnd', { length });
}
