import type { Database } from '../../../prisma/client.ts';
import { takeIn } from '../../../prisma/intake.ts';
import { KnownExternal } from '../../../prisma/intake-row.ts';
import type { Matter } from './matter.ts';

/** So many are taken in at the same time, each in its own transaction. */
const LANES = 8;

/** Which of these are here already: by their number alone, whatever else their row says now. */
export async function knownAmong({ pool }: Database, matters: readonly Matter[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ external: string }>(
    'select external from intake where external = any($1::text[])',
    [matters.map(({ external }) => external)],
  );
  return new Set(rows.map(({ external }) => external));
}

/** Takes a batch in, each matter once for ever; `done` hears of each whether it is new. The first error is thrown at the end. */
export async function takeAll(
  db: Database,
  matters: readonly Matter[],
  done: (isNew: boolean) => void,
): Promise<void> {
  const queue = matters.values();
  const lane = async () => {
    for (const matter of queue) done(await takeOne(db, matter));
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failed = lanes.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** False where it was here: twice in the file, or brought in by somebody else a moment ago. */
async function takeOne(db: Database, matter: Matter): Promise<boolean> {
  try {
    return (await takeIn(db, matter)).kind === 'new';
  } catch (error) {
    if (error instanceof KnownExternal) return false;
    throw error;
  }
}
