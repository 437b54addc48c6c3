// The register 名册: places, units, people, posts, as their administrators keep them. Nothing is deleted, only ended.
// Every change goes through `change`: once, one after the other, and written down with how it stood before and after.
import { z } from 'zod';
import type { Database, Tx } from '../../../prisma/client.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { once } from '../idempotency/once.ts';
import { NotSignedIn } from '../refusal.ts';
import { recordIn } from './record.ts';
import type { Facts, What } from './record.ts';

export const Written = z.object({ id: z.uuid() });

/** What an administrator wants: by which key, to which thing; `raw` is the body as it came. */
export type Wish = { key: string; subject: Subject; act: string; what: What; id: string; raw: unknown };

/** How the thing stood, and how it stands: what did not change is left out. */
export type Change = { before: Facts; after: Facts };

/** Does `work` once, under the lock that a town is written under, so that what it looked up still holds when it writes. */
export const change = (
  db: Database,
  { key, subject, act, what, id, raw }: Wish,
  work: (tx: Tx) => Promise<Change>,
): Promise<z.infer<typeof Written>> => {
  const by = subject.personId;
  if (by === null) throw new NotSignedIn('not-signed-in');
  return once(db, { key, subject: nameOf(subject), name: act, processId: id, raw }, Written, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('town', 3))`);
    const { before, after } = await work(tx);
    await recordIn(tx, { by, act, what, of: id, before, after });
    return { id };
  });
};
