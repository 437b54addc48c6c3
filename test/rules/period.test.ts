import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  endOfPeriod,
  Period,
  periodBefore,
  periodOf,
  periodTitle,
  startOfPeriod,
} from '../../workflows/rules/period.ts';

const OFFSET = '+08:00';

describe('a period', () => {
  it.each([
    ['2026-09-30T15:59:59.999Z', 'quarter', '2026Q3'],
    ['2026-09-30T16:00:00Z', 'quarter', '2026Q4'],
    ['2025-12-31T16:00:00Z', 'quarter', '2026Q1'],
    ['2026-11-30T15:59:59Z', 'month', '2026-11'],
    ['2026-11-30T16:00:00Z', 'month', '2026-12'],
  ] as const)('%s lies in the %s %s', (at, rhythm, period) => {
    expect(periodOf(new Date(at), rhythm, OFFSET)).toBe(period);
  });

  it.each([
    ['2026Q1', '2025-12-31T16:00:00.000Z', '2026-03-31T16:00:00.000Z', '2025Q4'],
    ['2026Q4', '2026-09-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z', '2026Q3'],
    ['2024-02', '2024-01-31T16:00:00.000Z', '2024-02-29T16:00:00.000Z', '2024-01'],
  ])('%s runs from %s to %s, after %s', (period, from, until, before) => {
    expect(startOfPeriod(period, OFFSET).toISOString()).toBe(from);
    expect(endOfPeriod(period, OFFSET).toISOString()).toBe(until);
    expect(periodBefore(period, OFFSET)).toBe(before);
  });

  it('holds every moment that lies in it, and begins where the one before ends', () => {
    const moments = fc.date({
      min: new Date('1991-01-01'),
      max: new Date('2150-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.constantFrom('month' as const, 'quarter' as const), (at, rhythm) => {
        const period = Period.parse(periodOf(at, rhythm, OFFSET));
        expect(startOfPeriod(period, OFFSET) <= at && at < endOfPeriod(period, OFFSET)).toBe(true);
        expect(endOfPeriod(periodBefore(period, OFFSET), OFFSET)).toEqual(startOfPeriod(period, OFFSET));
      }),
    );
  });

  it.each(['2026Q5', '2026-13', '2026-1', '26Q1', '2026'])('is not written %s', (text) => {
    expect(Period.safeParse(text).success).toBe(false);
  });

  it('is called as people call it', () => {
    expect(periodTitle('2026Q4')).toEqual({ zh: '2026年第四季度', en: 'quarter 4 of 2026' });
    expect(periodTitle('2026-03')).toEqual({ zh: '2026年3月', en: '2026-03' });
  });
});
