import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bandOf, markEffect } from '../../../workflows/rules/frequency.ts';
import { Numbers } from '../../../workflows/processes/whistle/contract.ts';
import type { CalledFacts } from '../../../workflows/processes/whistle/contract.ts';
import { whistle } from '../../../workflows/processes/whistle/definition.ts';
import { approverOf, callerOf, comingOf, marksIn } from '../../../workflows/processes/whistle/rules.ts';
import { COMMUNITY, DISTRICT, ESTATE, SUBDISTRICT } from '../../prisma/small-town.ts';
import { begunWith, idOf } from '../begun.ts';

const [CALLER, HOUSING, TRANSPORT, PERSON] = [idOf(1), idOf(2), idOf(3), idOf(4)];

const blown = (callerRole: string, place = ESTATE) =>
  begunWith('whistle', place, {
    ...{ ground: 'street', units: [HOUSING], words: 'w:0:0' },
    ...{ caller: CALLER, callerRole, calledBy: PERSON },
  });

describe('how often a community whistles', () => {
  const band = { few: 2, many: 8 };

  it.each([
    [0, 'few'],
    [1, 'few'],
    [2, 'right'],
    [8, 'right'],
    [9, 'many'],
  ] as const)('%i times in a quarter is %s', (times, reads) => {
    expect(bandOf(times, band)).toBe(reads);
  });

  it('never reads less for more whistles', () => {
    const order = ['few', 'right', 'many'];
    const bands = fc.record({ few: fc.nat(20), many: fc.integer({ min: 20, max: 60 }) });
    fc.assert(
      fc.property(fc.nat(80), fc.nat(20), bands, (times, more, one) => {
        const [less, greater] = [bandOf(times, one), bandOf(times + more, one)];
        expect(order.indexOf(greater)).toBeGreaterThanOrEqual(order.indexOf(less));
      }),
    );
  });
});

describe('a mark', () => {
  it.each([
    [1, -5],
    [2, -2.5],
    [3, 0],
    [4, 2.5],
    [5, 5],
  ])('of %i moves a department’s score by %d of 5 points', (mark, points) => {
    expect(markEffect(mark, 5)).toBe(points);
  });

  it('moves it by no more than the weight, as much up as down, and further for a better one', () => {
    const marks = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(marks, marks, fc.integer({ min: 0, max: 50 }), (mark, other, weight) => {
        expect(Math.abs(markEffect(mark, weight))).toBeLessThanOrEqual(weight);
        expect(markEffect(mark, weight) + markEffect(6 - mark, weight)).toBe(0);
        if (mark > other) expect(markEffect(mark, weight)).toBeGreaterThanOrEqual(markEffect(other, weight));
      }),
    );
  });
});

describe('who stands where', () => {
  it.each([
    ['gridWorker', ESTATE, 'subdistrict', SUBDISTRICT],
    ['community', COMMUNITY, 'subdistrict', SUBDISTRICT],
    ['subdistrict', SUBDISTRICT, 'supervisor', DISTRICT],
    ['department', ESTATE, 'supervisor', DISTRICT],
  ])('a %s’s whistle at %s is approved by the %s of %s, and not by who blew it', (role, at, above, place) => {
    expect(approverOf(blown(role, at))).toEqual({ role: above, place, notPerson: PERSON });
  });

  it('the unit that called leads, whoever of it', () => {
    expect(callerOf(blown('gridWorker'))).toEqual({ unit: CALLER });
  });
});

describe('how a department came', () => {
  it.each<[Partial<CalledFacts>, string]>([
    [{ isTimely: true, isAbsent: false }, 'timely'],
    [{ isTimely: false, isAbsent: false }, 'late'],
    [{ isTimely: false, isAbsent: true }, 'absent'],
  ])('%j is %s', (facts, word) => {
    expect(comingOf({ unit: HOUSING, isAbsent: false, ...facts })).toBe(word);
  });

  it('is reported with its mark, but not of whoever was let go', () => {
    const state = blown('community');
    const item = (id: string, facts: object, ending: string) => ({
      ...{ id, kind: 'called', openedAt: state.openedAt, closedAt: state.openedAt, ending },
      facts: { ...facts },
    });
    const items = {
      i1: item('i1', { unit: HOUSING, isTimely: false, mark: 2 }, 'late'),
      i2: item('i2', { unit: TRANSPORT }, 'excused'),
    };
    expect(marksIn({ ...state, items })).toEqual([{ unit: HOUSING, coming: 'late', mark: 2 }]);
  });
});

describe('a pack that says nothing of whistles', () => {
  it('has the numbers of our default', () => {
    expect(Numbers.parse({})).toMatchObject({
      approval: { street: true, joint: true, emergency: false },
      answer: { street: '30min', joint: '30min', emergency: '5min' },
      band: { few: 1, many: 8 },
    });
    expect(Numbers.parse({ answer: { joint: '1h' } }).answer).toMatchObject({ joint: '1h', street: '30min' });
  });

  it('has a name for each ground', () => {
    expect(whistle.label?.({ ground: 'joint' })).toMatchObject({ zh: '联合执法' });
  });
});
