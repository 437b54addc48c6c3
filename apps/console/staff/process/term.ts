import type { TFunction } from 'i18next';

const NOTATION = /^(\d+)(s|min|h|d|mo|wmin|wh|wd)(-eod)?$/;
const units = ['s', 'min', 'h', 'd', 'mo', 'wmin', 'wh', 'wd'] as const;

/** A term of the policy's notation in words: `5wd-eod` is "5 working days, until the end of the last". */
export function termInWords(term: string, t: TFunction<'matter'>): string {
  const [, count = '', unit, eod] = NOTATION.exec(term) ?? [];
  const known = units.find((one) => one === unit);
  if (known === undefined) return term;
  if (eod !== undefined && count === '0') return t('term.today');
  const length = t(`term.${known}`, { count: Number(count) });
  return eod === undefined ? length : t('term.untilEnd', { length });
}
