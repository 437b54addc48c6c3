import { describe, expect, it } from '@jest/globals';
import { Turns } from '../../apps/api/course/turns.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('turns', () => {
  it('let so many work at a time, in the order in which they came, and each thing by itself', async () => {
    const turns = new Turns(3);
    const running = { a: 0, b: 0 };
    const most = { a: 0, b: 0 };
    const begun: number[] = [];
    const work = (name: 'a' | 'b', n: number) =>
      turns.take(name, async () => {
        if (name === 'a') begun.push(n);
        running[name] += 1;
        most[name] = Math.max(most[name], running[name]);
        await pause();
        running[name] -= 1;
        return n;
      });
    const all = Array.from({ length: 20 }, (_none, n) => [work('a', n), work('b', n)]).flat();
    expect((await Promise.all(all)).length).toBe(40);
    expect(most).toEqual({ a: 3, b: 3 });
    expect(begun).toEqual(Array.from({ length: 20 }, (_none, n) => n));
  });

  it('go on after work that failed', async () => {
    const turns = new Turns(1);
    const failed = turns.take('a', () => Promise.reject(new Error('no')));
    const next = turns.take('a', async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
