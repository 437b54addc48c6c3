import type { CallBack } from '../../workflows/rules/rates.ts';
import { RatesPolicy, dayWindow, monthWindow, rates } from '../../workflows/rules/rates.ts';
import { dongsheng } from './dongsheng.ts';
import { at, local, office } from './work-time-of.ts';

const policy = dongsheng.rates;
const call = (id: string, facts: Partial<CallBack> = {}): CallBack => ({
  ...{ id, valid: true, contacted: true, solved: true, satisfied: 'satisfied' },
  ...facts,
});

describe('the three rates', () => {
  it('weigh response, satisfaction and solution over the valid call-backs', () => {
    const result = rates(
      [
        call('a'),
        call('b', { satisfied: 'basically' }),
        call('c', { solved: false, satisfied: 'dissatisfied' }),
        call('d', { contacted: false, solved: false, satisfied: 'dissatisfied' }),
        call('e', { valid: false }),
      ],
      policy,
    );
    expect(result).toMatchObject({ response: 0.75, solved: 0.5, satisfaction: 0.475 });
    expect(result?.total).toBeCloseTo(100 * (0.1 * 0.75 + 0.4 * 0.475 + 0.5 * 0.5), 10);
  });

  it('open the call-backs behind each number', () => {
    const calls = [
      call('a'),
      call('b', { satisfied: 'basically', contacted: false }),
      call('c', { excluded: 'inCourt' }),
      call('d', { valid: false }),
    ];
    expect(rates(calls, policy)?.lists).toEqual({
      counted: ['a', 'b'],
      contacted: ['a'],
      solved: ['a', 'b'],
      satisfied: ['a'],
      basically: ['b'],
      excluded: ['c'],
    });
  });

  it('are no data, not zero, without a valid call-back', () => {
    expect(rates([], policy)).toBeUndefined();
    expect(rates([call('a', { valid: false }), call('b', { excluded: 'inCourt' })], policy)).toBeUndefined();
  });

  it('leave out only what is excluded for a reason that the policy knows', () => {
    const calls = [call('a'), call('b', { excluded: 'wePreferNotTo', solved: false })];
    expect(rates(calls, policy)).toMatchObject({ solved: 0.5, lists: { excluded: [] } });
  });

  it('refuse weights that do not add up to one', () => {
    const weights = { response: 0.1, satisfaction: 0.4, solved: 0.4 };
    expect(RatesPolicy.safeParse({ ...policy, weights }).success).toBe(false);
  });
});

describe('windows', () => {
  const spans = ({ from, until }: { from: Date; until: Date }) => [local(from), local(until)];
  const noon = { ...policy, dayFrom: '12:00' };
  const nineteenth = { ...policy, monthFrom: 19 };

  it.each([
    [policy, '2024-11-04 00:00', '2024-11-04 00:00', '2024-11-05 00:00'],
    [noon, '2024-11-04 11:59:59', '2024-11-03 12:00', '2024-11-04 12:00'],
    [noon, '2024-11-04 12:00', '2024-11-04 12:00', '2024-11-05 12:00'],
  ])('a day from $dayFrom holds %s', (rates, moment, from, until) => {
    expect(spans(dayWindow(at(moment), rates, office))).toEqual([from, until]);
  });

  it.each([
    [policy, '2024-02-29 23:59', '2024-02-01 00:00', '2024-03-01 00:00'],
    [nineteenth, '2024-03-18 23:59', '2024-02-19 00:00', '2024-03-19 00:00'],
    [nineteenth, '2024-03-19 00:00', '2024-03-19 00:00', '2024-04-19 00:00'],
    [{ ...nineteenth, dayFrom: '12:00' }, '2024-01-19 11:00', '2023-12-19 12:00', '2024-01-19 12:00'],
    [{ ...policy, monthFrom: 28 }, '2023-03-01 09:00', '2023-02-28 00:00', '2023-03-28 00:00'],
  ])('a month from the $monthFrom. holds %s', (rates, moment, from, until) => {
    expect(spans(monthWindow(at(moment), rates, office))).toEqual([from, until]);
  });
});
