import type { Ask } from './ask.ts';
import { MOST } from './ask.ts';

/** The communities of the place, by their paths. */
export const communities: Ask = async ({ pool }, { place }) => {
  const { rows } = await pool.query<{ place: string }>(
    `select below.path as place from place below join place on below.parent_id = place.id
     where place.path = $1 and below.level = 'community' order by below.code limit ${MOST}`,
    [place],
  );
  return rows;
};
