import type { Tx } from '../../../prisma/client.ts';
import type { Change } from './deed.ts';
import { standingPerson } from './person-acts.ts';
import { mustBeAnother, mustHoldNothing, mustNotBeLast } from './post-acts.ts';

/** Somebody leaves: the account is closed and its sessions and posts end, all at once. */
export async function endPerson(tx: Tx, id: string, by: string | null): Promise<Change> {
  await standingPerson(tx, id);
  mustBeAnother(by, id);
  await mustHoldNothing(tx, id);
  const { rows } = await tx.query<{ id: string; role: string; said: string }>(
    `select post.id, role, role || ' ' || coalesce(unit.code, place.path) as said
     from post join place on place.id = post.place_id left join unit on unit.id = post.unit_id
     where person_id = $1 and post.ended_at is null order by post.id`,
    [id],
  );
  for (const { role } of rows) await mustNotBeLast(tx, id, role);
  await tx.query('update post set ended_at = now() where person_id = $1 and ended_at is null', [id]);
  await tx.query('update session set revoked_at = now() where person_id = $1 and revoked_at is null', [id]);
  await tx.query('update person set disabled_at = now() where id = $1', [id]);
  const posts = rows.map(({ said }) => said).join(', ');
  return { before: { isEnded: false, posts }, after: { isEnded: true, posts: '' } };
}
