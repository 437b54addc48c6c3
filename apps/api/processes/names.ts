import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { isReference } from '../../../prisma/words.ts';
import type { Language } from '../language.ts';
import type { Naming } from '../matters/hands.ts';
import { titlesOf } from '../matters/titles.ts';
import type { Titles } from '../matters/titles.ts';
import { titleOf } from '../reference/title.ts';
import { offices } from './sight.ts';

/** Whose names may be told: everybody's, those of whoever holds or held an office, nobody's. */
type Told = 'all' | 'officials' | 'none';

/** What ids, codes and paths are called; `isNamed`: whether a person may be named. */
export type Names = {
  titles: Titles;
  names: Record<string, string>;
  isNamed: (person: string) => boolean;
};

type Wish = {
  told: Told;
  pieces: readonly unknown[];
  /** What everybody may read of it: who holds an office and stands there is named to everybody, like the receiver of a visit. */
  published?: unknown;
  more?: { units?: readonly string[]; people?: readonly string[]; places?: readonly string[] };
};

export const toldTo = ({ sight, knowsReporter }: Naming): Told => {
  if (sight !== 'all') return 'none';
  return knowsReporter ? 'all' : 'officials';
};

/** Longer than any path. */
const LONGEST = 120;

/** Every text in a piece of JSON that may be an id, a code or a path. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length > LONGEST || isReference(value) ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/** The titles of everything that the pieces of JSON refer to, and the same as a list that clients read them from. */
export async function namesWithin(
  db: Database,
  language: Language,
  { told, pieces, published, more = {} }: Wish,
): Promise<Names> {
  const texts = [...new Set(pieces.flatMap(textsIn))];
  const ids = texts.filter((text) => z.uuid().safeParse(text).success);
  const codes = texts.filter((text) => !ids.includes(text));
  const nameable = told === 'none' ? textsIn(published).filter((text) => ids.includes(text)) : ids;
  const [people, groups] = await Promise.all([
    peopleToName(db, nameable, told === 'all'),
    groupsAmong(db, codes, language),
  ]);
  const titles = await titlesOf(db, language, {
    units: [...ids, ...(more.units ?? [])],
    people: [...people, ...(more.people ?? [])],
    kinds: codes,
    places: [...codes, ...(more.places ?? [])],
  });
  const looks = [
    titles.unit,
    titles.place,
    titles.kind,
    (id: string) => (people.has(id) ? titles.person(id) : null),
  ];
  const known = texts.flatMap((text) => {
    const found = looks.map((look) => look(text)).find((one) => one !== null && one.title !== text);
    return found ? [[text, found.title] as const] : [];
  });
  return { titles, names: Object.fromEntries([...known, ...groups]), isNamed: (id) => people.has(id) };
}

/**
 * Groups of kinds by the code before the dot, which powers may be given for. They stand as `code.*`, because the bare word
 * may as well be the code of something else.
 */
async function groupsAmong({ pool }: Database, codes: readonly string[], language: Language) {
  const { rows } = await pool.query<{ code: string; name: string; name_en: string }>(
    `select distinct split_part(code, '.', 1) as code, "group" as name, group_en as name_en
     from kind where split_part(code, '.', 1) = any($1)`,
    [codes.filter((code) => GROUP.test(code))],
  );
  return rows.map(
    ({ code, name, name_en: nameEn }) => [`${code}.*`, titleOf({ name, nameEn }, language)] as const,
  );
}

const GROUP = /^[a-z]+$/i;

/** All of the people, or those of them who hold or held an office. */
async function peopleToName(
  { pool }: Database,
  ids: readonly string[],
  isAll: boolean,
): Promise<Set<string>> {
  if (isAll || ids.length === 0) return new Set(ids);
  const { rows } = await pool.query<{ id: string }>(
    'select distinct person_id as id from post where person_id = any($1::uuid[]) and role = any($2)',
    [ids, offices],
  );
  return new Set(rows.map(({ id }) => id));
}
