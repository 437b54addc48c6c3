// The supervision centre 督办中心: open clocks late and soon, the three rates, the seven numbers of each stage, and the
// counters of what was put off or passed on. Everything here is read from PostgreSQL, each question by one statement.
import type { Database } from '../../../prisma/client.ts';
import { policyInForce } from '../../../prisma/policies.ts';
import type { InForce } from '../../../prisma/policies.ts';
import type { Subject } from '../door/subject.ts';
import { NotFound } from '../refusal.ts';

/** The numbers that hold where the caller works; of the whole town for whoever has no place. Throws NotFound. */
export async function inForceFor({ pool }: Database, { posts }: Subject, now: Date): Promise<InForce> {
  const path = posts[0]?.placePath ?? (await anyPath(pool));
  const found = await policyInForce(pool, path, now);
  if (found === undefined) throw new NotFound();
  return found;
}

async function anyPath(pool: Database['pool']): Promise<string> {
  const { rows } = await pool.query<{ path: string }>('select path from place order by length(path) limit 1');
  return rows[0]?.path ?? '';
}
