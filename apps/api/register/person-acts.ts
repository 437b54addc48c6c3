import type { Tx } from '../../../prisma/client.ts';
import { NotNow } from '../../../workflows/rules/violation.ts';
import { BadField, NotFound } from '../refusal.ts';
import type { Change } from './deed.ts';
import { englishOf } from './field.ts';
import type { ChangedPerson, NewPerson } from './person.ts';
import { difference } from './record.ts';

export type FoundPerson = {
  id: string;
  account: string;
  name: string;
  name_en: string;
  email: string | null;
  locale: string;
  locked_until: Date | null;
  disabled_at: Date | null;
  /** how the record calls somebody */
  said: string;
};

/** Somebody of the staff; residents' accounts are nobody's to keep. Throws NotFound. */
export async function foundPerson(tx: Tx, id: string): Promise<FoundPerson> {
  const { rows } = await tx.query<FoundPerson>(
    `select *, name || ' ' || account as said from person where id = $1 and ${IS_STAFF}`,
    [id],
  );
  const [person] = rows;
  if (person === undefined) throw new NotFound();
  return person;
}

/** Whoever has ever held another post than that of a resident, or has none at all yet. */
export const IS_STAFF = `(exists (select from post staff where staff.person_id = person.id and staff.role <> 'resident')
  or not exists (select from post any_post where any_post.person_id = person.id))`;

/** The same, with an account that is not closed. Throws NotNow when it is. */
export async function standingPerson(tx: Tx, id: string): Promise<FoundPerson> {
  const person = await foundPerson(tx, id);
  if (person.disabled_at !== null) throw new NotNow('ended-already');
  return person;
}

/** An account without any post: what somebody may do is given by another administrator. */
export async function addPerson(
  tx: Tx,
  id: string,
  given: NewPerson,
  password: { hash: string; until: Date },
): Promise<Change> {
  const { account, name, locale } = given;
  const email = given.email ?? null;
  const known = await tx.query('select 1 from person where account = $1', [account]);
  if (known.rows.length > 0) throw new BadField('account', 'account-known', { account });
  await tx.query(
    `insert into person (id, account, name, name_en, email, locale, password_hash, password_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, account, name, englishOf(given), email, locale, password.hash, password.until],
  );
  return { before: {}, after: { person: `${name} ${account}`, email, locale } };
}

export async function changePerson(tx: Tx, id: string, given: ChangedPerson): Promise<Change> {
  const old = await standingPerson(tx, id);
  const nameEn = englishOf(given);
  const { name, locale } = given;
  const email = given.email ?? null;
  await tx.query('update person set name = $2, name_en = $3, email = $4, locale = $5 where id = $1', [
    ...[id, name, nameEn, email, locale],
  ]);
  return difference(
    { name: old.name, nameEn: old.name_en, email: old.email, locale: old.locale },
    { name, nameEn, email, locale },
  );
}

/** Opens a closed account again, without any post and without a password: the security administrator sets a new one. */
export async function restorePerson(tx: Tx, id: string): Promise<Change> {
  const { disabled_at: disabledAt } = await foundPerson(tx, id);
  if (disabledAt === null) throw new NotNow('not-ended');
  await tx.query(`update person set disabled_at = null, password_hash = '' where id = $1`, [id]);
  return { before: { isEnded: true }, after: { isEnded: false } };
}
