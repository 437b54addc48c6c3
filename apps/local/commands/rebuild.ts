import { isAway } from '../../../prisma/away.ts';
import { rebuild } from '../../../prisma/rebuild.ts';
import type { Io } from '../cli.ts';
import { ImportFault } from '../import/fault.ts';
import { openMinqing } from '../import/open-database.ts';

/**
 * `rebuild`: makes the read model again from the journal, in one transaction: whoever reads or records meanwhile waits.
 * Progress on stderr, the count as one JSON line on stdout. Exit code 2 with one sentence when there is no database.
 */
export async function rebuildReadModel(argv: string[], io: Io): Promise<number> {
  if (argv.length > 0) {
    io.stderr.write('rebuild takes no arguments; MINQING_HOME or DATABASE_URL says where.\n');
    return 2;
  }
  try {
    io.stdout.write(`${JSON.stringify({ processes: await carryOut(io) })}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ImportFault || isAway(error))) throw error;
    io.stderr.write(`${error instanceof ImportFault ? error.message : 'The database cannot be reached.'}\n`);
    return 2;
  }
}

async function carryOut({ stderr }: Io): Promise<number> {
  const db = await openMinqing(process.env);
  try {
    return await rebuild(db, (done) => stderr.write(`${done} processes\n`));
  } finally {
    await db.close();
  }
}
