import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quarterAccount, quarterReport } from '../../workflows/rules/quarter.ts';
import type { Quarter } from '../../workflows/rules/quarter.ts';

const ENDINGS = ['done', 'carriedOver', 'refused', undefined] as const;

/** Quarters in which every need stands in at most one problem, and ends with it. */
const quarters: fc.Arbitrary<Quarter> = fc
  .array(
    fc.record({
      size: fc.integer({ min: 1, max: 4 }),
      unit: fc.constantFrom('a', 'b', 'c', null),
      how: fc.constantFrom('claimed' as const, 'assigned' as const),
      ending: fc.constantFrom(...ENDINGS),
      isTimely: fc.constantFrom(true, false, undefined),
      community: fc.constantFrom('one', 'two', null),
    }),
    { maxLength: 40 },
  )
  .chain((drawn) => fc.record({ drawn: fc.constant(drawn), loose: fc.nat(5) }))
  .map(({ drawn, loose }) => {
    const needsOf = (n: number, size: number) => Array.from({ length: size }, (_, k) => `n${n}-${k}`);
    const problems = drawn.map(({ size, unit, how, ending, isTimely }, n) => ({
      ...{ needs: needsOf(n, size), unit, how: unit === null ? null : how, ending, isTimely },
    }));
    const needs = drawn.flatMap(({ size, community, ending }, n) =>
      needsOf(n, size).map((id) => ({ id, community, ending })),
    );
    const refused = Array.from({ length: loose }, (_, n) => ({
      id: `x${n}`,
      community: null,
      ending: 'refused',
    }));
    return { problems, needs: [...needs, ...refused], members: ['a', 'b'], communities: ['one', 'two'] };
  });

type Figures = ReturnType<typeof quarterReport>['problems'];
const NAMES = ['all', 'claimed', 'assigned', 'done', 'inTime', 'late', 'carriedOver', 'refused'] as const;

const sumOf = (parts: readonly Figures[]) =>
  Object.fromEntries(NAMES.map((name) => [name, parts.reduce((sum, part) => sum + part[name], 0)]));

describe('the figures of a quarter', () => {
  it('add up: units to all problems, communities to all needs', () => {
    fc.assert(
      fc.property(quarters, (quarter) => {
        const { problems, needs, units, communities } = quarterReport(quarter);
        expect(sumOf(units)).toEqual(problems);
        expect(sumOf(communities)).toEqual(needs);
      }),
    );
  });

  it('know every ended thing once: done in time or late, carried over, or refused', () => {
    fc.assert(
      fc.property(quarters, (quarter) => {
        const { problems, needs, units } = quarterReport(quarter);
        for (const { all, done, inTime, late, carriedOver, refused } of [problems, needs, ...units]) {
          expect(done).toBe(inTime + late);
          expect(done + carriedOver + refused).toBeLessThanOrEqual(all);
        }
        const open = quarter.problems.filter(({ ending }) => ending === undefined).length;
        expect(problems.done + problems.carriedOver + problems.refused + open).toBe(problems.all);
      }),
    );
  });

  it('show members and communities of whom there is nothing to say', () => {
    const { units, communities } = quarterReport({
      ...{ problems: [], needs: [], members: ['a'], communities: ['one'] },
    });
    expect(units).toEqual([expect.objectContaining({ unit: 'a', all: 0 })]);
    expect(communities.map(({ community }) => community)).toEqual(['one', null]);
  });
});

describe('the account of a quarter', () => {
  it('is balanced where every need ends with its problem', () => {
    fc.assert(
      fc.property(quarters, (quarter) => {
        const { needs, done, carriedOver, refused, open, twice, torn } = quarterAccount(quarter);
        expect(done + carriedOver + refused + open).toBe(needs);
        expect([twice, torn]).toEqual([[], []]);
      }),
    );
  });

  it.each([
    [
      'a need in two problems',
      { needs: ['n1', 'n1'], unit: 'a', ending: 'done' },
      { twice: ['n1'], torn: [] },
    ],
    [
      'a need that ended otherwise',
      { needs: ['n1'], unit: 'a', ending: 'refused' },
      { twice: [], torn: ['n1'] },
    ],
  ])('finds %s', (_what, problem, found) => {
    const needs = [{ id: 'n1', community: 'one', ending: 'done' }];
    const quarter = { problems: [problem], needs, members: ['a'], communities: ['one'] };
    expect(quarterAccount(quarter)).toMatchObject({ ...found, mostHeld: 1 });
  });
});
