import type { Tx } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';
import { BadInput, NotNow } from '../../../workflows/rules/violation.ts';
import { timeOf } from '../wire.ts';
import type { Change } from './deed.ts';
import { standingPerson } from './person-acts.ts';
import type { NewAway } from './person.ts';
import { mustBeAnother } from './post-acts.ts';

/** A new one-time password in the place of the old one; whoever is signed in with that one is out. */
export async function resetPassword(
  tx: Tx,
  id: string,
  by: string | null,
  password: { hash: string; until: Date },
): Promise<Change> {
  await standingPerson(tx, id);
  mustBeAnother(by, id);
  await tx.query(
    `update person set password_hash = $2, password_until = $3, failures = 0, locked_until = null where id = $1`,
    [id, password.hash, password.until],
  );
  const ended = await endAll(tx, id);
  return { before: {}, after: { oneTimeUntil: timeOf(password.until), sessionsEnded: String(ended) } };
}

/** Takes a lock away that too many wrong passwords set. */
export async function unlock(tx: Tx, id: string): Promise<Change> {
  const { locked_until: until } = await standingPerson(tx, id);
  if (until === null || until <= new Date()) throw new NotNow('not-locked');
  await tx.query('update person set failures = 0, locked_until = null where id = $1', [id]);
  return { before: { lockedUntil: timeOf(until) }, after: { lockedUntil: null } };
}

/** Ends every session of a person. */
export async function endSessions(tx: Tx, id: string): Promise<Change> {
  await standingPerson(tx, id);
  const ended = await endAll(tx, id);
  if (ended === 0) throw new NotNow('no-sessions');
  return { before: { sessions: String(ended) }, after: { sessions: '0' } };
}

async function endAll(tx: Tx, id: string): Promise<number> {
  const { rowCount } = await tx.query(
    'update session set revoked_at = now() where person_id = $1 and revoked_at is null and expires_at > now()',
    [id],
  );
  return rowCount ?? 0;
}

/** Somebody is away and could not say so: B acts from then on. */
export async function setAway(tx: Tx, id: string, { from, until }: NewAway): Promise<Change> {
  const { said } = await standingPerson(tx, id);
  const [begins, ends] = [new Date(from), new Date(until)];
  if (ends <= begins) throw new BadInput('absence-order');
  await tx.query('insert into absence (id, person_id, from_at, until_at) values ($1, $2, $3, $4)', [
    ...[newId(), id, begins, ends],
  ]);
  return { before: {}, after: { person: said, from: timeOf(begins), until: timeOf(ends) } };
}

/** Whoever was away, or was to be, is back. */
export async function endAway(tx: Tx, id: string): Promise<Change> {
  const { said } = await standingPerson(tx, id);
  const { rowCount } = await tx.query(
    'update absence set ended_at = now() where person_id = $1 and ended_at is null and until_at > now()',
    [id],
  );
  if ((rowCount ?? 0) === 0) throw new NotNow('not-away');
  return { before: { person: said, isAway: true }, after: { isAway: false } };
}
