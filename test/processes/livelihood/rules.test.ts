import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadCalendar, loadPolicy } from '../../../policies/load.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import { itemsOf } from '../../../workflows/process/state.ts';
import { after } from '../../../workflows/process/task.ts';
import { livelihood } from '../../../workflows/processes/livelihood/definition.ts';
import { factsIn, keeperOf, recorded, yearOf } from '../../../workflows/processes/livelihood/rules.ts';
import { snapshotOf } from '../../../workflows/rules/policy.ts';
import { COMMUNITY, DISTRICT, ESTATE, SUBDISTRICT } from '../../prisma/small-town.ts';
import { begunWith, idOf } from '../begun.ts';

const inForce = { policy: await loadPolicy('dongsheng'), calendar: await loadCalendar('cn') };
const time = { calendar: inForce.calendar, office: inForce.policy.office };
const entryAt = (place: string) =>
  begunWith('livelihood', place, { year: 2026, words: 'w:0:0', budget: 1000, unit: idOf(1) });

const scene: Scene = {
  ...{ definition: livelihood, state: entryAt(COMMUNITY), time, now: new Date('2026-06-01T02:00:00Z') },
  policy: snapshotOf(inForce.policy, 'livelihood'),
};

describe('the ledger', () => {
  it.each([
    [DISTRICT, 'supervisor', DISTRICT],
    [SUBDISTRICT, 'subdistrict', SUBDISTRICT],
    [COMMUNITY, 'subdistrict', SUBDISTRICT],
    [ESTATE, 'subdistrict', SUBDISTRICT],
  ])('of what lies at %s is kept by the %s of %s', (place, role, at) => {
    expect(keeperOf(entryAt(place))).toEqual({ role, place: at });
  });

  it('adds up to the fen, whatever is spent, a line each', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { maxLength: 30 }), (all) => {
        const lines = all.map((fen) => ({ day: '2026-05-31', spent: fen / 100, words: 'w:0:0', photos: [] }));
        const last = lines.reduce((before, line) => recorded(before, line).reduce(after, before), scene);
        expect(Math.round(factsIn(last.state).spent * 100)).toBe(all.reduce((sum, fen) => sum + fen, 0));
        expect(itemsOf(last.state, 'record')).toHaveLength(all.length);
      }),
    );
  });

  it('knows the year by the wall clock of the place', () => {
    expect(yearOf(new Date('2026-12-31T15:59:59Z'), time)).toBe(2026);
    expect(yearOf(new Date('2026-12-31T16:00:00Z'), time)).toBe(2027);
  });
});
