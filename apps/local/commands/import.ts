// The commands of `npm run -s minqing -- <command>`: a file each, with one function that takes the words after the name.
// What a larger command does stands in a folder of its name beside this one.
import path from 'node:path';
import { isAway } from '../../../prisma/away.ts';
import type { Io } from '../cli.ts';
import { ImportFault } from '../import/fault.ts';
import { importRows } from '../import/import-rows.ts';
import { readMapping } from '../import/mapping.ts';
import { openMinqing } from '../import/open-database.ts';
import { type Order, orderIn } from '../import/order.ts';
import { prepare } from '../import/prepare.ts';
import { rejectTeller } from '../import/reject-teller.ts';
import { type Tally, showProgress } from '../import/tally.ts';

/**
 * `import --mapping <file> <csv|xlsx>`: rows of another system become matters in progress, each once however often it is
 * called. Progress on stderr, the counts as one JSON line on stdout. Exit code 0 when all rows were good, 1 when some were
 * rejected, 2 with one sentence when it could not begin or go on.
 */
export async function importFile(argv: string[], io: Io): Promise<number> {
  const tally: Tally = { rows: 0, imported: 0, known: 0, rejected: 0 };
  try {
    await carryOut(orderIn(argv), tally, io.stderr);
    io.stdout.write(`${JSON.stringify(tally)}\n`);
    return tally.rejected > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ImportFault || isAway(error))) throw error;
    io.stderr.write(`${error instanceof ImportFault ? error.message : AWAY}\n`);
    return 2;
  }
}

const AWAY =
  'The database went away; call the same again when it is back, and the import goes on where it was.';

async function carryOut(order: Order, tally: Tally, out: NodeJS.WritableStream): Promise<void> {
  const mapping = await readMapping(order.mapping, path.basename(order.mapping));
  const db = await openMinqing(process.env);
  try {
    const prepared = await prepare(db, order, mapping, new Date());
    const tell = rejectTeller(order);
    const stop = showProgress(out, tally);
    await importRows(db, order, prepared, tally, tell.note).finally(stop);
    for (const line of tell.lines()) out.write(`${line}\n`);
  } finally {
    await db.close();
  }
}
