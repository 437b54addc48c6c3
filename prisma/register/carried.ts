import type { Ask, Json } from './ask.ts';

/** More than other answers hold, the oldest first: what is left out here would be lost. */
const MOST = 1_000;

/** The last one of the same process and place that began for an earlier period; periods of a rhythm sort as they follow. */
const BEFORE = `
  select id from process
  where type = $1 and place_path = $2 and state -> 'facts' ->> 'period' < $3 collate "C"
  order by state -> 'facts' ->> 'period' collate "C" desc, id limit 1`;

/**
 * What the period before left over: needs that carry over, and (`isOpen`) those of which it has not decided yet, for it may
 * still be running when this one begins. `times`: how often each had come over by then.
 */
export const carried: Ask = async ({ pool }, { process, place, facts }) => {
  const { rows } = await pool.query<{ carried: Json }>(
    `select jsonb_strip_nulls(jsonb_build_object(
       'place', place_path, 'words', facts -> 'words', 'kind', facts -> 'kind', 'times', coalesce(facts -> 'times', '0'),
       'from', jsonb_build_object('process', process_id, 'item', split_part(id, '.', 2)), 'isOpen', status = 'open')) as carried
     from item where process_id = (${BEFORE}) and kind = 'need' and (status = 'open' or ending in ('carriedOver', 'deferred'))
     order by opened_at, id limit ${MOST}`,
    [process, place, facts['period'] ?? null],
  );
  return rows.map((row) => row.carried);
};
