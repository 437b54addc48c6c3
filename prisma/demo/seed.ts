import { tryPack } from '../../policies/load.ts';
import { loadTown } from '../catalogue.ts';
import { inTransaction } from '../client.ts';
import type { Database, Tx } from '../client.ts';
import type { TownIds } from '../catalogue.ts';
import { newId } from '../id.ts';
import { hashRandomPassword } from '../password.ts';
import { loadPolicies } from '../policies.ts';
import type { Town, TownKind, TownPerson } from '../town.ts';
import type { DemoAccount } from './accounts.ts';
import type { Demo } from './check.ts';
import { ago, spanMs } from './span.ts';

/** The pack of the demo district. */
const POLICY = 'dongsheng';

/** In force since before anything in the demo happened. */
const IN_FORCE_FROM = new Date('2018-01-01T00:00:00+08:00');

/**
 * Puts the demo district into the database: places, units, people with the passwords given, kinds, policy, absences.
 * May be repeated: who is there keeps their password. Matters come after it (reports.ts), through the front door.
 */
export async function seedDistrict(
  db: Database,
  demo: Demo,
  accounts: readonly DemoAccount[],
  now: Date,
): Promise<TownIds> {
  await loadPolicies(db, [await tryPack(POLICY)], IN_FORCE_FROM);
  const ids = await loadTown(db, await townOf(demo, accounts));
  await inTransaction(db, (tx) => sendAway(tx, demo, ids, now));
  return ids;
}

/** The demo data in the words of the catalogue. */
async function townOf(demo: Demo, accounts: readonly DemoAccount[]): Promise<Town> {
  const passwords = new Map(accounts.map(({ account, password }) => [account, password]));
  const places = demo.places.map((place) => ({ ...place, policy: place.parent === null ? POLICY : null }));
  const people = await Promise.all(
    demo.people.map((person) => personOf(person, passwords.get(person.account))),
  );
  const { units, memberships } = demo;
  return { places, units, people, kinds: kindsOf(demo), memberships };
}

/** Without a password the account is there, and nobody can open it. */
async function personOf(person: Demo['people'][number], password: string | undefined): Promise<TownPerson> {
  const passwordHash = password === undefined ? '!' : await hashRandomPassword(password);
  const posts = person.posts.map(({ post: rank, head: isHead, ...post }) => ({ ...post, rank, isHead }));
  return { ...person, passwordHash, posts };
}

function kindsOf({ groups, kinds }: Demo): TownKind[] {
  const names = new Map(groups.map((group) => [group.code, group]));
  return kinds.map(({ zh: name, en: nameEn, group, ...kind }) => ({
    ...{ ...kind, name, nameEn },
    ...{ group: names.get(group)?.zh ?? group, groupEn: names.get(group)?.en ?? group },
  }));
}

async function sendAway(tx: Tx, { absences }: Demo, { people }: TownIds, now: Date): Promise<void> {
  for (const { account, since, until } of absences) {
    await tx.query(
      `insert into absence (id, person_id, from_at, until_at)
       select $1, $2, $3, $4 where not exists (select from absence where person_id = $2)`,
      [newId(), people.get(account), ago(since, now), new Date(now.getTime() + spanMs(until))],
    );
  }
}
