// Periods that open by themselves: the month and the quarter, as people write them: 2026-11, 2026Q4.
import { z } from 'zod';
import { addMonths, dayNumber, startOfDay, toLocal } from './local-time.ts';
import type { UtcOffset } from './local-time.ts';

export const Rhythm = z.enum(['month', 'quarter']);
export type Rhythm = z.infer<typeof Rhythm>;

/** `2026-11` or `2026Q4`. */
export const Period = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])|Q[1-4])$/, 'must be like 2026-11 or 2026Q4');
export type Period = z.infer<typeof Period>;

/** Months in a period. */
const LENGTH: Readonly<Record<Rhythm, number>> = { month: 1, quarter: 3 };

const rhythmOf = (period: Period): Rhythm => (period.includes('Q') ? 'quarter' : 'month');

/** The period that a moment lies in, by the wall clock at the offset. */
export function periodOf(at: Date, rhythm: Rhythm, offset: UtcOffset): Period {
  const local = new Date(toLocal(at, offset));
  const [year, month] = [local.getUTCFullYear(), local.getUTCMonth()];
  return rhythm === 'quarter'
    ? `${year}Q${Math.floor(month / 3) + 1}`
    : `${year}-${String(month + 1).padStart(2, '0')}`;
}

/** Its first moment. */
export function startOfPeriod(period: Period, offset: UtcOffset): Date {
  const [year = '', part = ''] = period.split(/-|Q/);
  const month = period.includes('Q') ? (Number(part) - 1) * 3 + 1 : Number(part);
  return startOfDay(dayNumber(`${year}-${String(month).padStart(2, '0')}-01`), offset);
}

/** Its end: the first moment of the next. */
export const endOfPeriod = (period: Period, offset: UtcOffset): Date =>
  addMonths(startOfPeriod(period, offset), LENGTH[rhythmOf(period)], offset);

/** The period before. */
export function periodBefore(period: Period, offset: UtcOffset): Period {
  return periodOf(new Date(startOfPeriod(period, offset).getTime() - 1), rhythmOf(period), offset);
}

/** What people call it: 2026年第四季度, 2026年11月. */
export function periodTitle(period: Period): { zh: string; en: string } {
  const [year = '', part = ''] = period.split(/-|Q/);
  return period.includes('Q')
    ? { zh: `${year}年第${'一二三四'.charAt(Number(part) - 1)}季度`, en: `quarter ${part} of ${year}` }
    : { zh: `${year}年${Number(part)}月`, en: `${year}-${part}` };
}
