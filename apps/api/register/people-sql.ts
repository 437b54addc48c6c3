import { matches } from '../reference/title.ts';
import { IS_STAFF } from './person-acts.ts';

const named = (row: string) =>
  `jsonb_build_object('id', ${row}.id, 'name', ${row}.name, 'nameEn', ${row}.name_en)`;

/** $1 after, $2 a text of name or account, $3 role, $4 unit, $5 state, $6 how many. */
export const PEOPLE = `
  select person.*, coalesce(held.posts, '[]') as posts, away.from_at as away_from, away.until_at as away_until,
         (select count(*)::int from session where person_id = person.id and revoked_at is null and expires_at > now()) as sessions,
         (select max(created_at) from session where person_id = person.id) as last_sign_in
  from person left join lateral (
    select jsonb_agg(jsonb_build_object('id', post.id, 'role', role, 'rank', rank, 'isHead', is_head,
             'callBack', call_back, 'unit', case when unit.id is not null then ${named('unit')} end,
             'place', ${named('place')}) order by post.id) as posts
    from post join place on place.id = post.place_id left join unit on unit.id = post.unit_id
    where post.person_id = person.id and post.ended_at is null and role <> 'resident') held on true
  left join lateral (
    select from_at, until_at from absence where absence.person_id = person.id and absence.ended_at is null
      and until_at > now() order by from_at limit 1) away on true
  where person.account > $1 and ${IS_STAFF}
    and (${matches('$2', 'person.')} or person.account ilike $2)
    and ($3::text is null or exists (select from post given where given.person_id = person.id
         and given.ended_at is null and given.role = $3))
    and ($4::uuid is null or exists (select from post given where given.person_id = person.id
         and given.ended_at is null and given.unit_id = $4))
    and case $5 when 'ended' then disabled_at is not null
                when 'locked' then locked_until > now() and disabled_at is null
                when 'without' then held.posts is null and disabled_at is null
                when 'away' then away.from_at <= now() and disabled_at is null
                when 'all' then true else disabled_at is null end
  order by person.account limit $6`;
