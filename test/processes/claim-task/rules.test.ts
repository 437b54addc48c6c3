import { describe, expect, it } from '@jest/globals';
import { checkersOf, deciderOf } from '../../../workflows/processes/claim-task/rules.ts';
import { claimTask } from '../../../workflows/processes/claim-task/definition.ts';
import { COMMUNITY, DISTRICT, ESTATE, SUBDISTRICT } from '../../prisma/small-town.ts';
import { begunWith, idOf } from '../begun.ts';

const UNIT = idOf(1);
const taskAt = (place: string, communities: string[]) =>
  begunWith('claim-task', place, { kind: 'housing.lift', words: 'w:0:0', unit: UNIT, communities });

describe('who checks', () => {
  it.each([
    [[COMMUNITY], [{ role: 'community', place: COMMUNITY, notUnit: UNIT }]],
    [
      [COMMUNITY, `${SUBDISTRICT}/2`],
      [
        { role: 'community', place: COMMUNITY, notUnit: UNIT },
        { role: 'community', place: `${SUBDISTRICT}/2`, notUnit: UNIT },
      ],
    ],
    [[], [{ role: 'subdistrict', place: SUBDISTRICT, notUnit: UNIT }]],
  ])('of a task that %j asked for, and never the unit itself', (communities, checkers) => {
    expect(checkersOf(taskAt(COMMUNITY, communities))).toEqual(checkers);
  });
});

describe('who decides about a request', () => {
  it.each([ESTATE, COMMUNITY, SUBDISTRICT])('at %s is the subdistrict, then the district', (place) => {
    const state = taskAt(place, []);
    expect(deciderOf(state, 0)).toEqual({ role: 'subdistrict', place: SUBDISTRICT });
    expect([1, 2].map((turn) => deciderOf(state, turn))).toEqual(
      Array(2).fill({ role: 'supervisor', place: DISTRICT }),
    );
  });
});

it('is called by its quarter, where it has one', () => {
  expect(claimTask.label?.({ period: '2026Q4' }).zh).toBe('2026年第四季度');
  expect(claimTask.label?.({})).toEqual(claimTask.title);
});
