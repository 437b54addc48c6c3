import { jest } from '@jest/globals';
import { calm } from '../../../apps/console/api/calm.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('what is asked for again when something happens', () => {
  it.each([
    ['nothing happens', [], 0],
    ['one thing is answered at once', [0], 1],
    ['a burst is answered at once, and once more at its end', [0, 10, 20, 30, 999], 2],
    ['what goes on and on is answered once in a while', [0, 600, 1_200, 1_800, 2_400], 4],
    ['what comes after a rest is answered at once', [0, 5_000], 2],
  ])('%s', (_what, moments, times) => {
    let done = 0;
    const numbers = calm(() => (done += 1), 1_000);
    let now = 0;
    for (const at of moments) {
      jest.advanceTimersByTime(at - now);
      now = at;
      numbers.ask();
    }
    jest.advanceTimersByTime(10_000);
    expect(done).toBe(times);
  });

  it('is not answered any more when nobody is there', () => {
    let done = 0;
    const numbers = calm(() => (done += 1), 1_000);
    numbers.ask();
    numbers.ask();
    numbers.leave();
    jest.advanceTimersByTime(10_000);
    expect(done).toBe(1);
  });
});
