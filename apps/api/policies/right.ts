import type { Tx } from '../../../prisma/client.ts';
import { NotYours } from '../../../workflows/rules/violation.ts';
import { coversPlace } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import type { Proposed } from '../../../prisma/proposals.ts';

/** The paths of the places that name a pack, or a pack that counts by a calendar. */
async function placesOf(sql: Tx, what: Proposed, name: string): Promise<string[]> {
  const { rows } = await sql.query<{ path: string }>(
    what === 'policy'
      ? 'select path from place where policy = $1'
      : `select path from place where policy in (select name from policy_version where body ->> 'calendar' = $1)`,
    [name],
  );
  return rows.map(({ path }) => path);
}

/**
 * A town's numbers are the business of its supervisors: of somebody whose post covers every place that the pack or the
 * calendar counts for. Throws NotYours.
 */
export async function mustGovern(sql: Tx, subject: Subject, what: Proposed, name: string): Promise<void> {
  const posts = subject.posts.filter(({ role, callBack }) => role === 'supervisor' && !callBack);
  const places = await placesOf(sql, what, name);
  const isCovered = (path: string) => posts.some((post) => coversPlace(post, path));
  if (posts.length === 0 || places.length === 0 || !places.every(isCovered)) throw new NotYours('not-yours');
}

/** Two people put something in force, and one of them is a head. Throws NotYours. */
export async function mustBeSecond(sql: Tx, first: string, second: string | null): Promise<void> {
  if (second === null || first === second) throw new NotYours('second-person');
  const { rows } = await sql.query(
    `select 1 from post where person_id = any($1::uuid[]) and role = 'supervisor' and is_head and ended_at is null limit 1`,
    [[first, second]],
  );
  if (rows.length === 0) throw new NotYours('head-needed');
}
