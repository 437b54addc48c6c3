import type { Ask } from './ask.ts';
import { MOST } from './ask.ts';

/**
 * The rota of a liaison station [003]: the deputies who hold a post at the place's station, whoever has not received for
 * the longest time first. Who is away when it is asked comes last.
 */
export const receivers: Ask = async ({ pool }, { process, place, receivedAt }) => {
  const { rows } = await pool.query<{ person: string }>(
    `select person.id as person from person
     where disabled_at is null and exists (
       select from post join unit on unit.id = post.unit_id join place on place.id = unit.place_id
       where post.person_id = person.id and post.role = 'deputy' and post.ended_at is null
         and unit.kind = 'station' and place.path = $2)
     order by exists (select from absence where person_id = person.id and ended_at is null
                      and $3::timestamptz between from_at and until_at),
       (select max(opened_at) from process where type = $1 and place_path = $2
          and state -> 'facts' ->> 'receiver' = person.id::text) nulls first,
       person.account
     limit ${MOST}`,
    [process, place, receivedAt],
  );
  return rows.map(({ person }) => person);
};
