import { inTransaction } from './client.ts';
import type { Database, Tx } from './client.ts';
import { newId } from './id.ts';
import { rowsInto, rowsOver, writeAll } from './project/write.ts';
import { KNOWN_PERSON, PATHS, newMemberships, newPosts } from './town-sql.ts';
import type { Town, TownKind, TownMembership, TownPerson, TownPlace, TownPost, TownUnit } from './town.ts';

/** Code (or account) → id, of everything that is in the database. */
export type TownIds = {
  places: Map<string, string>;
  units: Map<string, string>;
  people: Map<string, string>;
};

/** A code that the town names and nobody knows. */
export class UnknownCode extends Error {
  constructor(code: string) {
    super(`${code} is named, but neither written down nor in the database.`);
    this.name = 'UnknownCode';
  }
}

/** Writes a town in one transaction; a second time it changes only what is different. Throws UnknownCode. */
export const loadTown = (db: Pick<Database, 'pool'>, town: Town): Promise<TownIds> =>
  inTransaction(db, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('town', 3))`);
    const { places = [], units = [], people = [], kinds = [], memberships = [] } = town;
    const ids: TownIds = {
      places: await idsOf(
        tx,
        'select code, id from place',
        places.map(({ code }) => code),
      ),
      units: await idsOf(
        tx,
        'select code, id from unit',
        units.map(({ code }) => code),
      ),
      people: await idsOf(
        tx,
        'select account as code, id from person',
        people.map(({ account }) => account),
      ),
    };
    await writeAll(tx, [
      rowsOver(
        'place',
        places.map((place) => placeRow(place, ids)),
        'id',
      ),
    ]);
    await tx.query(PATHS);
    await writeAll(tx, [
      rowsOver(
        'unit',
        units.map((unit) => unitRow(unit, ids)),
        'id',
      ),
    ]);
    await writeAll(tx, [
      rowsInto(
        'person',
        people.map((person) => personRow(person, ids)),
        KNOWN_PERSON,
      ),
    ]);
    const posts = people.flatMap(({ account, posts }) => posts.map((post) => postRow(account, post, ids)));
    await writeAll(tx, [
      newPosts(posts),
      rowsOver(
        'kind',
        kinds.map((kind) => kindRow(kind, ids)),
        'code',
      ),
      newMemberships(memberships.map((membership) => membershipRow(membership, ids))),
    ]);
    return ids;
  });

/** The ids of what is there, and new ones for what is not. */
async function idsOf(tx: Tx, sql: string, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ code: string; id: string }>(sql);
  const ids = new Map(rows.map(({ code, id }) => [code, id]));
  for (const code of codes) if (!ids.has(code)) ids.set(code, newId());
  return ids;
}

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new UnknownCode(code);
  return id;
}

const idOrNull = (ids: ReadonlyMap<string, string>, code: string | null) =>
  code === null ? null : idOf(ids, code);

const placeRow = ({ code, parent, level, name, nameEn, policy = null }: TownPlace, { places }: TownIds) => ({
  ...{ id: idOf(places, code), code, level, name, name_en: nameEn, policy },
  ...{ parent_id: idOrNull(places, parent), path: '' },
});

const unitRow = ({ code, kind, name, nameEn, place, superior, handles = true }: TownUnit, ids: TownIds) => ({
  ...{ id: idOf(ids.units, code), code, kind, name, name_en: nameEn, handles },
  ...{ place_id: idOf(ids.places, place), superior_id: idOrNull(ids.units, superior) },
});

const personRow = (
  { account, name, nameEn, passwordHash, locale = 'zh', email = null }: TownPerson,
  ids: TownIds,
) => ({
  ...{ id: idOf(ids.people, account), account, name, name_en: nameEn, locale, email },
  ...{ password_hash: passwordHash, failures: 0, created_at: new Date() },
});

function postRow(account: string, post: TownPost, { people, units, places }: TownIds) {
  const { role, unit, place, rank = 'A', isHead = false, callBack = false } = post;
  return {
    ...{ id: newId(), person_id: idOf(people, account), role, rank, is_head: isHead, call_back: callBack },
    ...{ unit_id: idOrNull(units, unit), place_id: idOf(places, place) },
  };
}

const kindRow = (kind: TownKind, { units }: TownIds) => ({
  ...{ code: kind.code, name: kind.name, name_en: kind.nameEn, group: kind.group, group_en: kind.groupEn },
  ...{ importance: kind.importance, urgency: kind.urgency, size: kind.size, mode: kind.mode },
  ...{ lead_unit_id: idOrNull(units, kind.lead), is_complaint: kind.isComplaint ?? false },
});

const membershipRow = (
  { unit, place, isStanding = false, powers }: TownMembership,
  { units, places }: TownIds,
) => ({
  ...{ id: newId(), unit_id: idOf(units, unit), place_id: idOf(places, place) },
  ...{ is_standing: isStanding, powers },
});
