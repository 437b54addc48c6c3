import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Chance } from '../../../apps/local/rehearse/chance.ts';
import { fatesOf, planOf } from '../../../apps/local/rehearse/plan.ts';
import { CLAIMS, scales, shares } from '../../../apps/local/rehearse/scale.ts';
import { NOBODYS, townOf } from '../../../apps/local/rehearse/town.ts';

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const all = Object.entries(scales);

describe.each(all)('a rehearsal at the scale %s', (_name, scale) => {
  const { town, casts } = townOf(scale, 'xiapu');
  const needs = shares(scale.needs, scale.subdistricts);
  const plans = (n: number) => {
    const chance = new Chance(n);
    return casts.map((cast, i) => planOf(cast, needs[i] ?? 0, chance));
  };

  it('has the places, units and members that it says', () => {
    const level = (wanted: string) => town.places?.filter((place) => place.level === wanted).length;
    expect([level('subdistrict'), level('community')]).toEqual([scale.subdistricts, scale.communities]);
    expect([town.units?.length, town.memberships?.length]).toEqual([scale.members, scale.members]);
    expect(new Set(town.people?.map(({ account }) => account)).size).toBe(town.people?.length);
  });

  it('has a need for every problem, and a little more that is refused', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const planned = plans(n);
        expect(planned.flatMap((plan) => plan.needs.flat())).toHaveLength(scale.needs);
        for (const plan of planned) {
          const listed = plan.problems.reduce((sum, { size }) => sum + size, 0);
          expect(plan.needs.flat().length).toBeGreaterThan(listed);
          for (const { kind } of plan.problems) expect(plan.needs.flat()).toContain(kind);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has as many problems within the powers of a bout as its members can claim', () => {
    for (const [i, { bouts }] of casts.entries()) {
      for (const bout of bouts) {
        const wanted = plans(1)[i]?.problems.filter(({ kind }) => kind.startsWith(`${bout[0]?.powers}.`));
        expect(wanted).toHaveLength(CLAIMS * bout.length);
        expect(bout[0]?.powers).not.toBe(NOBODYS);
      }
    }
  });

  it('is the same again from the same seed', () => {
    fc.assert(
      fc.property(seed, (n) => expect(plans(n)).toEqual(plans(n))),
      { numRuns: 5 },
    );
  });
});

describe('chance', () => {
  it('mixes without losing anything', () => {
    fc.assert(
      fc.property(seed, fc.array(fc.integer()), (n, things) => {
        expect(new Chance(n).shuffled(things).sort()).toEqual([...things].sort());
      }),
    );
  });

  it('gives every fate to somebody', () => {
    expect(new Set(fatesOf(17, new Chance(3)))).toEqual(new Set(['done', 'late', 'sentBack', 'never']));
  });
});
