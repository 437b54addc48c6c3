import fc from 'fast-check';
import type { ScoreFacts } from '../../workflows/rules/score.ts';
import { Score, lateWorkingDays, scoreMatter, withoutLine } from '../../workflows/rules/score.ts';
import { dongsheng } from './dongsheng.ts';
import { at, china } from './work-time-of.ts';

const policy = dongsheng.score;
const spotless: ScoreFacts = {
  late: false,
  lateWorkingDays: 0,
  refusedReturns: 0,
  rehandlings: 0,
  yellow: 0,
  red: 0,
  rating: 'satisfied',
};
const lines = (facts: Partial<ScoreFacts>) =>
  scoreMatter({ ...spotless, ...facts }, policy).lines.map(
    ({ reason, points, times }) => `${reason} ${points} ×${times}`,
  );

describe('the score of the default pack', () => {
  it.each<[string, Partial<ScoreFacts>, number, string[]]>([
    ['nothing to object to', {}, 100, []],
    ['no rating is no fault', { rating: 'none' }, 100, []],
    ['late by less than a day', { late: true }, 90, ['late -10 ×1']],
    ['late by three further days', { late: true, lateWorkingDays: 3 }, 84, ['late -10 ×1', 'lateDays -6 ×3']],
    ['late by ten days', { late: true, lateWorkingDays: 10 }, 70, ['late -10 ×1', 'lateDays -20 ×10']],
    [
      'late by a year: at most −30',
      { late: true, lateWorkingDays: 250 },
      70,
      ['late -10 ×1', 'lateDays -20 ×250'],
    ],
    ['refused returns', { refusedReturns: 2 }, 94, ['refusedReturns -6 ×2']],
    ['re-handlings', { rehandlings: 2 }, 80, ['rehandlings -20 ×2']],
    ['cards', { yellow: 1, red: 1 }, 93, ['yellow -2 ×1', 'red -5 ×1']],
    ['not solved', { rating: 'unsolved' }, 85, ['ratedUnsolved -15 ×1']],
    ['basically satisfied', { rating: 'basically' }, 98, ['ratedBasically -2 ×1']],
    ['not satisfied', { rating: 'dissatisfied' }, 90, ['ratedDissatisfied -10 ×1']],
  ])('%s', (_, facts, total, expected) => {
    expect(lines(facts)).toEqual(expected);
    expect(scoreMatter({ ...spotless, ...facts }, policy).total).toBe(total);
  });

  it('never falls below 0, and says every reason all the same', () => {
    const worst = {
      ...spotless,
      late: true,
      lateWorkingDays: 99,
      refusedReturns: 9,
      rehandlings: 9,
      yellow: 9,
      red: 9,
      rating: 'unsolved' as const,
    };
    const score = scoreMatter(worst, policy);
    expect(score.total).toBe(0);
    expect(score.lines).toHaveLength(7);
  });
});

describe('an appeal that succeeds', () => {
  it('removes the line', () => {
    const score = scoreMatter({ ...spotless, late: true, lateWorkingDays: 1, yellow: 1 }, policy);
    expect(score.total).toBe(86);
    expect(withoutLine(score, 'yellow')).toEqual({ ...score, total: 88, lines: score.lines.slice(0, 2) });
    expect(withoutLine(score, 'red')).toEqual(score);
  });

  it('never lowers the score, whatever line it removes', () => {
    const few = fc.integer({ min: 0, max: 12 });
    const facts = fc.record({
      late: fc.boolean(),
      lateWorkingDays: few,
      refusedReturns: few,
      rehandlings: few,
      yellow: few,
      red: few,
      rating: fc.constantFrom(
        'unsolved' as const,
        'satisfied' as const,
        'basically' as const,
        'dissatisfied' as const,
        'none' as const,
      ),
    });
    fc.assert(
      fc.property(facts, (facts) => {
        const score = Score.parse(scoreMatter(facts, policy));
        expect(score.total).toBe(
          Math.max(
            0,
            score.lines.reduce((sum, { points }) => sum + points, 100),
          ),
        );
        for (const { reason } of score.lines)
          expect(withoutLine(score, reason).total).toBeGreaterThanOrEqual(score.total);
      }),
    );
  });
});

describe('days late', () => {
  it.each([
    ['2024-11-04 17:30', '2024-11-04 17:30', 0],
    ['2024-11-04 17:30', '2024-11-05 17:29', 0],
    ['2024-11-04 17:30', '2024-11-05 17:30', 1],
    ['2024-09-30 17:30', '2024-10-08 17:30', 1],
    ['2024-11-04 17:30', '2024-11-01 10:00', 0],
  ])('due %s, done %s: %d whole working days', (due, done, days) => {
    expect(lateWorkingDays(at(due), at(done), china)).toBe(days);
  });
});
