import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { rehearse } from '../../apps/local/commands/rehearse.ts';

async function refused(...argv: string[]): Promise<{ code: number; said: string; out: unknown }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const code = await rehearse(argv, { stdin, stdout, stderr });
  return { code, said: String(stderr.read() ?? ''), out: stdout.read() };
}

describe('minqing rehearse', () => {
  it.each([
    [[], 'Only a quarterly-claim can be rehearsed'],
    [['six-step', '--scale', 'town'], 'Only a quarterly-claim can be rehearsed'],
    [['quarterly-claim', 'six-step'], 'Only a quarterly-claim can be rehearsed'],
    [['quarterly-claim'], '"" is no scale'],
    [['quarterly-claim', '--scale', 'toString'], '"toString" is no scale'],
    [['quarterly-claim', '--scale', 'town', '--seed', 'x'], '"x" is no seed'],
    [['quarterly-claim', '--speed', '2'], '--speed'],
  ])('answers %j with a sentence and exit code 2', async (argv, sentence) => {
    const { code, said, out } = await refused(...argv);
    expect([code, out]).toEqual([2, null]);
    expect(said).toContain(sentence);
    expect(said).toContain('rehearse quarterly-claim --scale district|town');
  });

  it('plays a whole quarter of a town on a server of its own, and every invariant holds', () => {
    const order = ['rehearse', 'quarterly-claim', '--scale', 'town', '--seed', '7'];
    const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'minqing', '--', ...order], {
      env: { ...process.env, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, expect.stringContaining('judge: done')]);
    const figures = JSON.parse(stdout);
    expect(figures).toMatchObject({
      ...{ rehearsed: 'quarterly-claim', scale: 'town', seed: 7 },
      // 24 needs: one refused at once; 19 problems, of which the meeting defers one and refuses one.
      problems: { done: 15, doneLate: 1, carriedOver: 2, refused: 1 },
      claims: { claimed: 18, givenBack: 2, assigned: 1 },
      tasks: { done: 16, carriedOver: 1, sentBack: 2 },
      // Two bouts of three race three times: the second is refused once, the third twice.
      acts: { refused: { 'claimed-by-another': 18, 'most-claimed': 2 }, unknown: 0 },
    });
    expect(Object.entries(figures.broken).filter(([, times]) => times !== 0)).toEqual([]);
    const { done, carriedOver, refused: no } = figures.needs;
    expect(done + carriedOver + no).toBe(24);
  }, 300_000);
});
