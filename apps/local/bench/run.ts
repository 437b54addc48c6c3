import type { Io } from '../cli.ts';
import { readDemo } from '../../../prisma/demo/read.ts';
import { seedDistrict } from '../../../prisma/demo/seed.ts';
import { step } from '../progress.ts';
import { onStage } from '../rehearse/stage.ts';
import type { Stage } from '../rehearse/stage.ts';
import { benchActs } from './act-bench.ts';
import { bundleTable } from './bundles.ts';
import { Multiplier } from './multiply.ts';
import { orderIn, Usage } from './order.ts';
import type { Order } from './order.ts';
import { benchReads } from './read-bench.ts';

/**
 * Measures on a server of its own, in a folder that is gone afterwards. Progress on stderr, the tables as Markdown on stdout.
 * Answers the exit code: 2 when the command line cannot be understood.
 */
export async function bench(
  root: string,
  argv: string[],
  { stdout, stderr }: Pick<Io, 'stdout' | 'stderr'>,
): Promise<number> {
  const say = (line: string) => void stderr.write(`${line}\n`);
  const print = (title: string, table: string) => void stdout.write(`\n## ${title}\n\n${table}\n`);
  try {
    const order = orderIn(argv);
    if (order.parts.includes('bundles')) print('Bundles of the console', bundleTable(root));
    if (order.parts.some((part) => part !== 'bundles'))
      await onStage(root, say, { keep: false }, (stage) => measure(stage, order, { say, print }));
    return 0;
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    say(error.message);
    return 2;
  }
}

type Voice = { say: (line: string) => void; print: (title: string, table: string) => void };

/** Acts come first: what lies in the database beside them is what the reads have been given. */
async function measure(stage: Stage, order: Order, { say, print }: Voice): Promise<void> {
  const { db, url } = stage;
  await step('putting in the demo district', say, async () =>
    seedDistrict(db, await readDemo(), [], new Date()),
  );
  if (order.parts.includes('acts')) print('Acts', await benchActs(stage, say));
  if (!order.parts.includes('reads')) return;
  const multiplier = await Multiplier.begin(db);
  print('Reads, milliseconds', await benchReads({ url, db, say }, multiplier, order));
}
