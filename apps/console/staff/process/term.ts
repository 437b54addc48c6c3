import type { TFunction } from 'i18next';
import { partsOf, readTerm } from '../../../../workflows/rules/notation.ts';

/** A term of the policy's notation in words: `5wd-eod` is "5 working days, until the end of the last". */
export function termInWords(term: string, t: TFunction<'matter'>): string {
  const read = readTerm(term);
  if (read === undefined) return term;
  if (read.count === 0) return t('term.today');
  const length = partsOf(read)
    .map(({ count, unit }) => t(`term.${unit}`, { count }))
    .join(' ');
  return read.isToEndOfDay ? t('term.untilEnd', { length }) : length;
}
