import { Allowance } from '../../apps/api/door/limits.ts';
import { TooOften } from '../../apps/api/refusal.ts';

const limit = { times: 2, seconds: 10 };

describe('an allowance', () => {
  it('gives so many in a window, and then says how long to wait', () => {
    const allowance = new Allowance();
    allowance.take('a', limit, 0);
    allowance.take('a', limit, 4_000);
    expect(() => allowance.take('a', limit, 4_000)).toThrow(expect.objectContaining({ seconds: 6 }));
  });

  it('is given anew when the window is over, and to each by himself', () => {
    const allowance = new Allowance();
    for (const at of [0, 0, 10_000, 10_000]) allowance.take('a', limit, at);
    allowance.take('b', limit, 10_000);
    expect(() => allowance.take('a', limit, 10_001)).toThrow(TooOften);
  });

  it('forgets the oldest instead of growing without end', () => {
    const allowance = new Allowance(1, 3);
    for (const who of ['a', 'a', 'b', 'c', 'd']) allowance.take(who, limit, 0);
    expect(() => allowance.take('a', limit, 0)).not.toThrow();
  });
});
