import type { Ask } from './ask.ts';
import { MOST } from './ask.ts';

/** The same kind of matter at the same place comes again and again: so often in so many days. */
const OFTEN = 3;
const DAYS = 90;

type Trouble = { process: string; place: string; kind: string; words: string; why: string };

/**
 * Matters below the place that hang 挂账, and the latest of each kind that keeps coming back at one place. Never a complaint:
 * what is read here goes on to units that may be the ones complained about.
 */
export const troubles: Ask = async ({ pool }, { place, receivedAt }) => {
  const { rows } = await pool.query<Trouble>(
    `with below as (
       select m.id, m.place_path, m.kind, m.opened_at, m.is_paused and m.status = 'open' as hangs,
         m.opened_at > $2::timestamptz - make_interval(days => ${DAYS}) as is_recent
       from matter m left join kind on kind.code = m.kind
       where m.place_path like $1 || '/%' and kind.is_complaint is not true),
     repeated as (
       select distinct on (kind, place_path) id, count(*) over (partition by kind, place_path) as often
       from below where is_recent order by kind, place_path, opened_at desc, id)
     select below.id as process, place_path as place, below.kind, 'w:' || words.id || ':' || words.hash as words,
       case when hangs then 'suspended' else 'repeated' end as why
     from below join intake on intake.id = below.id join words on words.id = intake.words_id
     where hangs or below.id in (select id from repeated where often >= ${OFTEN})
     order by hangs desc, opened_at desc, below.id limit ${MOST}`,
    [place, receivedAt],
  );
  return rows;
};
