import { loadCalendar, loadPolicy } from '../../policies/load.ts';
import { windowOf } from '../../apps/api/watch/period.ts';
import { sharesOf } from '../../workflows/rules/rates.ts';

describe('the period of a board', () => {
  it.each([
    ['month', 1, '2026-11-22T04:00:00Z', '2026-11-01T00:00', '2026-12-01T00:00'],
    ['last', 1, '2026-11-22T04:00:00Z', '2026-10-01T00:00', '2026-11-01T00:00'],
    ['quarter', 1, '2026-11-22T04:00:00Z', '2026-10-01T00:00', '2027-01-01T00:00'],
    ['month', 19, '2026-11-22T04:00:00Z', '2026-11-19T00:00', '2026-12-19T00:00'],
    ['last', 19, '2026-11-18T15:59:59Z', '2026-09-19T00:00', '2026-10-19T00:00'],
    ['quarter', 19, '2026-10-18T15:59:59Z', '2026-07-19T00:00', '2026-10-19T00:00'],
    ['quarter', 19, '2026-10-18T16:00:00Z', '2026-10-19T00:00', '2027-01-19T00:00'],
    ['quarter', 19, '2027-01-05T00:00:00Z', '2026-10-19T00:00', '2027-01-19T00:00'],
  ] as const)('%s, where a month runs from the %i-th, at %s', async (period, monthFrom, now, from, until) => {
    const pack = await loadPolicy('dongsheng');
    const policy = { ...pack, rates: { ...pack.rates, monthFrom } };
    const window = windowOf({ period }, { policy, calendar: await loadCalendar('cn') }, new Date(now));
    expect(window).toEqual({ from: new Date(`${from}+08:00`), until: new Date(`${until}+08:00`) });
  });
});

describe('shares', () => {
  it('weigh raw counts as the policy says', async () => {
    const { rates } = await loadPolicy('dongsheng');
    const counts = { counted: 4, contacted: 4, solved: 3, satisfied: 2, basically: 1 };
    const { total, ...shares } = sharesOf(counts, rates);
    expect(shares).toEqual({ response: 1, solved: 0.75, satisfaction: 2.9 / 4 });
    expect(total).toBeCloseTo(10 + 29 + 37.5);
  });
});
