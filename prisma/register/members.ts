import type { Ask } from './ask.ts';
import { MOST } from './ask.ts';

/** The member units 成员单位 of the place's 大工委 [002] with their powers, the standing ones first. */
export const members: Ask = async ({ pool }, { place }) => {
  const { rows } = await pool.query<{ unit: string; isStanding: boolean; powers: string[] }>(
    `select unit.id as unit, is_standing as "isStanding", powers
     from membership join unit on unit.id = unit_id join place on place.id = membership.place_id
     where place.path = $1 and membership.ended_at is null order by is_standing desc, unit.code limit ${MOST}`,
    [place],
  );
  return rows;
};
