import type { Write } from './project/write.ts';

/** A post that the person holds already is not given twice. */
export const newPosts = (rows: readonly object[]): Write => ({
  rows,
  sql: (given) => `
    insert into post (id, person_id, role, rank, is_head, call_back, unit_id, place_id)
    select id, person_id, role, rank, is_head, call_back, unit_id, place_id
    from jsonb_populate_recordset(null::post, ${given}) as given
    where not exists (select from post held where held.ended_at is null
      and (held.person_id, held.role, held.place_id) = (given.person_id, given.role, given.place_id)
      and held.unit_id is not distinct from given.unit_id)`,
});

/** Who is known keeps the password. */
export const KNOWN_PERSON = `on conflict (id) do update set name = excluded.name, name_en = excluded.name_en,
  locale = excluded.locale, email = excluded.email`;

/** Paths follow from the parents, wherever a place has been moved to. */
export const PATHS = `
  with recursive tree as (
    select id, code as path from place where parent_id is null
    union all select below.id, tree.path || '/' || below.code from place below join tree on below.parent_id = tree.id)
  update place set path = tree.path from tree where place.id = tree.id and place.path <> tree.path`;

/** A unit that is a member already stays what it is: who admitted it since has said so. */
export const newMemberships = (rows: readonly object[]): Write => ({
  rows,
  sql: (given) => `
    insert into membership (id, unit_id, place_id, is_standing, powers)
    select id, unit_id, place_id, is_standing, powers
    from jsonb_populate_recordset(null::membership, ${given}) as given
    where not exists (select from membership held where held.ended_at is null
      and (held.unit_id, held.place_id) = (given.unit_id, given.place_id))`,
});
