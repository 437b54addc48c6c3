import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LetterLevel, Numbers } from '../../../workflows/processes/supervision/contract.ts';
import { mustSummon } from '../../../workflows/rules/frequency.ts';
import { supervision } from '../../../workflows/processes/supervision/definition.ts';
import { higherLevel, letterLevel, officeOf } from '../../../workflows/processes/supervision/rules.ts';
import type { Standing } from '../../../workflows/processes/supervision/rules.ts';
import { DISTRICT, ESTATE } from '../../prisma/small-town.ts';
import { begunWith, idOf } from '../begun.ts';

const good: Standing = { daysLate: 0, earlierLetters: 0, rejections: 0, reds: 0 };
const rank = (level: LetterLevel) => LetterLevel.options.indexOf(level);

describe('the level of a letter', () => {
  it.each<[string, Partial<Standing>, LetterLevel]>([
    ['nothing is late yet', {}, 'notice'],
    ['it is a day late', { daysLate: 1 }, 'letter'],
    ['it is a month late', { daysLate: 31 }, 'letter'],
    ['there was a letter before', { earlierLetters: 1 }, 'letter'],
    ['the unit has a red card', { reds: 1 }, 'letter'],
    ['a result was rejected in time', { rejections: 1 }, 'letter'],
    ['a reply was rejected', { earlierLetters: 1, rejections: 1 }, 'summon'],
    ['two were rejected', { rejections: 2 }, 'summon'],
    ['more were rejected than there are levels', { rejections: 9 }, 'summon'],
    ['the unit has three red cards', { reds: 3 }, 'summon'],
  ])('when %s', (_when, standing, level) => {
    expect(letterLevel({ ...good, ...standing }, 3)).toBe(level);
  });

  it('is never lower for a worse standing', () => {
    const some = fc.record({
      ...{ daysLate: fc.nat(40), earlierLetters: fc.nat(5) },
      ...{ rejections: fc.nat(5), reds: fc.nat(8) },
    });
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 6 }), (one, more, limit) => {
        const worse = {
          daysLate: one.daysLate + more.daysLate,
          earlierLetters: one.earlierLetters + more.earlierLetters,
          rejections: one.rejections + more.rejections,
          reds: one.reds + more.reds,
        };
        expect(rank(letterLevel(worse, limit))).toBeGreaterThanOrEqual(rank(letterLevel(one, limit)));
      }),
    );
  });

  it('goes up one at a time, and a summons stays one', () => {
    expect(LetterLevel.options.map(higherLevel)).toEqual(['letter', 'summon', 'summon']);
  });
});

describe('the head of a unit is called in', () => {
  it.each([
    [0, false],
    [1, false],
    [2, false],
    [3, true],
    [4, false],
    [6, true],
  ])('at %i reds: %s', (reds, is) => {
    expect(mustSummon(reds, 3)).toBe(is);
  });

  it('once for each three, however many there are', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 9 }), (reds, limit) => {
        const times = Array.from({ length: reds }, (_, i) => i + 1).filter((n) => mustSummon(n, limit));
        expect(times).toHaveLength(Math.floor(reds / limit));
      }),
    );
  });
});

describe('the supervision office', () => {
  it('is the district’s, and nobody of the unit that is supervised', () => {
    const unit = idOf(1);
    const state = begunWith('supervision', ESTATE, { source: 'hand', unit });
    expect(officeOf(state)).toEqual({ role: 'supervisor', place: DISTRICT, notUnit: unit });
  });

  it('has the four checkpoints by default, from one start', () => {
    expect(Numbers.parse({})).toMatchObject({
      ...{ assign: '0d-eod', report: '3d-eod', ordinary: '7d-eod', major: '1mo-eod', redsToSummon: 3 },
    });
  });

  it('calls each item by where it comes from', () => {
    expect(supervision.label?.({ source: 'leader' })).toMatchObject({ zh: '领导批示督办' });
  });
});
