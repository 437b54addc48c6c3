// `minqing import`: rows of another system become matters in progress. order.ts understands the call, prepare.ts checks
// mapping and file, matter.ts reads one row, take.ts takes batches in; csv.ts and xlsx.ts give the rows.
import type { Database } from '../../../prisma/client.ts';
import { BadRow } from './fault.ts';
import { type Matter, matterOf } from './matter.ts';
import type { Order } from './order.ts';
import type { Prepared } from './prepare.ts';
import { Rejects } from './rejects.ts';
import type { Line } from './sheet.ts';
import { knownAmong, takeAll } from './take.ts';
import type { Tally } from './tally.ts';

/** Rows that are looked up at once, and taken in before the next are read. */
const BATCH = 200;

/** Hears of every row that is rejected. */
export type OnReject = (line: Line, reason: string) => void;

/**
 * Takes in what is good and not here yet, in batches, and counts in `tally` as it goes. Whatever stops it, the next call goes
 * on: a row is here when its transaction is, and then it is known. Rejects come in the file's order.
 */
export async function importRows(
  db: Database,
  order: Order,
  { sheet, cell, reading }: Prepared,
  tally: Tally,
  onReject: OnReject,
): Promise<void> {
  const rejects = new Rejects(order.rejects, sheet.columns);
  const settle = order.isDry ? drySettler(db, tally) : settler(db, tally);
  const reject = async (line: Line, reason: string) => {
    tally.rejected += 1;
    onReject(line, reason);
    await rejects.add(line, reason);
  };
  const batch: Matter[] = [];
  try {
    for await (const line of sheet.lines) {
      tally.rows += 1;
      const read = await readLine(line, () => matterOf(reading, (column) => cell(line, column)));
      if (typeof read === 'string') await reject(line, read);
      else batch.push(read);
      if (batch.length === BATCH) await settle(batch.splice(0));
      if (tally.rows >= order.limit) break;
    }
    await settle(batch);
  } finally {
    await rejects.close();
  }
}

/** The matter of a line, or the reason why there is none. */
async function readLine({ fault }: Line, read: () => Promise<Matter>): Promise<Matter | string> {
  if (fault !== undefined) return fault;
  try {
    return await read();
  } catch (error) {
    if (error instanceof BadRow) return error.message;
    throw error;
  }
}

const settler = (db: Database, tally: Tally) => async (batch: Matter[]) => {
  const known = await knownAmong(db, batch);
  const fresh = batch.filter(({ external }) => !known.has(external));
  tally.known += batch.length - fresh.length;
  await takeAll(db, fresh, (isNew) => (tally[isNew ? 'imported' : 'known'] += 1));
};

/** Counts what would happen; a number that comes twice in the file would be known the second time. */
function drySettler(db: Database, tally: Tally) {
  const seen = new Set<string>();
  return async (batch: Matter[]) => {
    const known = await knownAmong(db, batch);
    for (const { external } of batch) {
      tally[known.has(external) || seen.has(external) ? 'known' : 'imported'] += 1;
      seen.add(external);
    }
  };
}
