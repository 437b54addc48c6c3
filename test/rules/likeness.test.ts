import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alike } from '../../workflows/rules/likeness.ts';
import type { Likened } from '../../workflows/rules/likeness.ts';

const at = new Date('2026-03-02T01:00:00Z');
const later = (days: number) => new Date(at.getTime() + days * 86_400_000);
const of = (kind: string, words: string, days = 0): Likened => ({ kind, words, at: later(days) });

/** Our default share from which a problem is proposed as the same (numbers of common-problem). */
const PROPOSED = 0.35;

describe('how alike two problems are', () => {
  it.each([
    ['the same words and kind', of('road.light', '路灯不亮'), of('road.light', '路灯不亮'), 1],
    ['signs and blanks do not count', of('road.light', '路灯，不亮！'), of('road.light', ' 路灯不亮'), 1],
    ['nothing in common', of('road.light', '路灯不亮'), of('housing.lift', '电梯坏了'), 0],
    ['only the kind', of('road.light', '路灯不亮'), of('road.light', '太暗'), 0.3],
    ['only the group of kinds', of('road.light', '路灯不亮'), of('road.hole', '太暗'), 0.15],
    ['half a year later', of('road.light', '路灯不亮'), of('road.light', '路灯不亮', 180), 0.5],
    ['no words on either side', of('road.light', ''), of('road.light', '？'), 1],
    ['one character', of('road.light', '灯'), of('road.light', '灯'), 1],
  ])('%s', (_what, one, other, share) => {
    expect(alike(one, other)).toBeCloseTo(share, 10);
  });

  it.each([
    ['the same said in two communities', 'road.light', '小区的路灯坏了没人修', true],
    ['in a neighbouring kind', 'road.hole', '小区的路灯坏了没人修', true],
    ['another fault of the same kind', 'road.light', '希望增设垃圾桶', false],
    ['another kind that nobody mends either', 'housing.lift', '电梯坏了一个月没人修', false],
  ])('%s: proposed or not', (_what, kind, words, isProposed) => {
    const share = alike(of('road.light', '小区路灯坏了一个月没人修'), of(kind, words, 10));
    expect(share >= PROPOSED).toBe(isProposed);
  });

  const problem = fc.record({
    kind: fc.constantFrom('road.light', 'road.hole', 'housing.lift', 'noise'),
    words: fc.string({ unit: fc.constantFrom(...Array.from('路灯坏了没人修电梯，。 ab')), maxLength: 30 }),
    at: fc.integer({ min: 0, max: 2_000 }).map(later),
  });

  it('is the same both ways, and between 0 and 1', () => {
    fc.assert(
      fc.property(problem, problem, (one, other) => {
        const share = alike(one, other);
        expect(share).toBe(alike(other, one));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 with itself', () => {
    fc.assert(fc.property(problem, (one) => expect(alike(one, one)).toBe(1)));
  });

  it('never grows with the time between', () => {
    fc.assert(
      fc.property(problem, problem, fc.nat(1_000), fc.nat(1_000), (one, other, days, more) => {
        const after = (by: number) => ({ ...other, at: new Date(one.at.getTime() + by * 86_400_000) });
        expect(alike(one, after(days + more))).toBeLessThanOrEqual(alike(one, after(days)));
      }),
    );
  });
});
