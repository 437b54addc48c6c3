import { parseArgs } from 'node:util';
import type { Io } from '../cli.ts';
import { playQuarter } from '../rehearse/course.ts';
import { Unrehearsed } from '../rehearse/door.ts';
import { scales } from '../rehearse/scale.ts';
import type { Scale } from '../rehearse/scale.ts';
import { onStage } from '../rehearse/stage.ts';

/**
 * `rehearse quarterly-claim --scale district|town [--seed n] [--keep]`: plays a whole quarter on a server of its own with
 * skipped time. Progress on stderr, the figures as one JSON line on stdout. Exit code 0 when every invariant holds, 1 when
 * one is broken or the play cannot go on, 2 with one sentence for what cannot be understood.
 */
export async function rehearse(argv: string[], { stdout, stderr }: Io): Promise<number> {
  const say = (line: string) => void stderr.write(`${line}\n`);
  try {
    const { name, scale, seed, keep } = orderIn(argv);
    const start = performance.now();
    const figures = await onStage(process.cwd(), say, { keep }, (stage) =>
      playQuarter(stage, scale, seed, say),
    );
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    stdout.write(
      `${JSON.stringify({ rehearsed: 'quarterly-claim', scale: name, seed, seconds, ...figures })}\n`,
    );
    return Object.values(figures.broken).every((times) => times === 0) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Usage || error instanceof Unrehearsed)) throw error;
    say(error.message);
    return error instanceof Usage ? 2 : 1;
  }
}

/** The command line itself cannot be understood. */
class Usage extends Error {}

const HOW = `call it as "rehearse quarterly-claim --scale ${Object.keys(scales).join('|')} [--seed <number>] [--keep]".`;

const options = {
  scale: { type: 'string' },
  seed: { type: 'string', default: '1' },
  keep: { type: 'boolean', default: false },
} as const;

type Order = { name: string; scale: Scale; seed: number; keep: boolean };

function orderIn(argv: string[]): Order {
  const { values, positionals } = parsed(argv);
  const [process, ...more] = positionals;
  if (process !== 'quarterly-claim' || more.length > 0)
    throw new Usage(`Only a quarterly-claim can be rehearsed; ${HOW}`);
  const { scale: name = '', seed, keep } = values;
  const scale = Object.hasOwn(scales, name) ? scales[name] : undefined;
  if (scale === undefined) throw new Usage(`"${name}" is no scale; ${HOW}`);
  if (!/^\d{1,9}$/.test(seed)) throw new Usage(`"${seed}" is no seed; ${HOW}`);
  return { name, scale, seed: Number(seed), keep };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Usage(`${error instanceof Error ? error.message : String(error)}; ${HOW}`);
  }
}
