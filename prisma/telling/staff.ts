// Who is told, and who acts when nobody is there who should: posts, absences and the chain of superiors.
// All but the loading of posts is pure; recording writes what comes out, so that notices are there with their cause.
import type { Actor } from '../../workflows/process/actor.ts';
import type { Tx } from '../client.ts';

/** A post as far as telling needs it; `isAway`: its holder is absent now. */
export type Holder = {
  person: string;
  role: string;
  unit: string | null;
  place: string;
  rank: string;
  isHead: boolean;
  callBack: boolean;
  isAway: boolean;
};

type Unit = { id: string; kind: string; superior: string | null; place: string };

/** The posts and units around one process, or all of them. */
export type Staff = {
  atUnit(id: string): readonly Holder[];
  atPlace(path: string): readonly Holder[];
  ofPerson(id: string): readonly Holder[];
  unit(id: string): Unit | undefined;
  unitsAt(path: string): readonly Unit[];
};

/** The paths of a place and of all places that it lies in, nearest first. */
export const upwards = (path: string): string[] => {
  const codes = path.split('/');
  return codes.map((_code, i) => codes.slice(0, codes.length - i).join('/'));
};

/** In which capacity a holder would act. */
export const actorOf = (
  { person, role, unit, place, isHead, callBack }: Holder,
  standsIn = false,
): Actor => ({
  ...{ person, role, unit, place, isHead, callBack, standsIn },
  ...{ for: null, reporterOf: null },
});

/** The process for which somebody is looked for: where it is, and which units and people it asks for by name. */
type Around = { place: string; units: readonly string[]; people: readonly string[] };

/** Everybody who may matter to a process; without `around`, everybody there is. */
export async function loadStaff(tx: Tx, around?: Around): Promise<Staff> {
  const { units = [], people = [] } = around ?? {};
  const values = [around === undefined, units, around ? upwards(around.place) : [], people];
  const { rows } = await tx.query<{ units: Unit[]; holders: Holder[] }>(STAFF, values);
  return staffOf(rows[0]?.units ?? [], rows[0]?.holders ?? []);
}

/** The same from what is known already. */
export function staffOf(units: readonly Unit[], holders: readonly Holder[]): Staff {
  const byUnit = grouped(holders, ({ unit }) => unit ?? '');
  const byPlace = grouped(holders, ({ place }) => place);
  const byPerson = grouped(holders, ({ person }) => person);
  const unitsByPlace = grouped(units, ({ place }) => place);
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  return {
    atUnit: (id) => byUnit.get(id) ?? [],
    atPlace: (path) => byPlace.get(path) ?? [],
    ofPerson: (id) => byPerson.get(id) ?? [],
    unit: (id) => unitById.get(id),
    unitsAt: (path) => unitsByPlace.get(path) ?? [],
  };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/**
 * $1 everybody; else $2 the units named, $3 the places, $4 the people named. Of units: those, what governs the places, and all superiors. Of
 * posts: those at such units, and at the places all but departments', which are many at a district's place.
 */
const STAFF = `
  with recursive chain as (
    select unit.id, unit.superior_id from unit join place on place.id = unit.place_id
    where $1 or unit.id = any($2::uuid[]) or (place.path = any($3) and unit.kind <> 'department')
    union select above.id, above.superior_id from unit above join chain on above.id = chain.superior_id),
  units as (
    select unit.id, unit.kind, unit.superior_id as superior, place.path as place
    from unit join place on place.id = unit.place_id where unit.id in (select id from chain)),
  holders as (
    select post.id, post.person_id as person, post.role, post.unit_id as unit, place.path as place, post.rank,
           post.is_head as "isHead", post.call_back as "callBack",
           exists (select from absence where absence.person_id = post.person_id and absence.ended_at is null
                   and now() >= absence.from_at and now() < absence.until_at) as "isAway"
    from post join place on place.id = post.place_id join person on person.id = post.person_id
    where (post.ended_at is null or post.ended_at > now()) and person.disabled_at is null
      and ($1 or post.unit_id in (select id from chain) or post.person_id = any($4::uuid[])
           or (place.path = any($3) and (post.role <> 'department' or post.call_back))))
  select (select coalesce(jsonb_agg(units), '[]') from units) as units,
         (select coalesce(jsonb_agg(holders order by id), '[]') from holders) as holders`;
