import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Resource } from './decide.ts';

type Find = (db: Database, id: string) => Promise<Resource | undefined>;

/** What `decide` needs to know of each kind of thing that a route can name. */
const finders = {
  matter: (db, id) => matterWhere(db, 'i.id = $1', id),
  task: (db, id) => matterWhere(db, 'i.id = (select process_id from task where id = $1)', id),
  card: (db, id) => matterWhere(db, 'i.id = (select process_id from card where id = $1)', id),
  attachment: (db, id) => matterWhere(db, 'i.id = (select matter_id from attachment where id = $1)', id),
  session: (db, id) => personWhere(db, 'select person_id from session where id = $1', id),
  notice: (db, id) => personWhere(db, 'select person_id from notice where id = $1', id),
  absence: (db, id) => personWhere(db, 'select person_id from absence where id::text = $1', id),
  person: (db, id) => personWhere(db, 'select id as person_id from person where id::text = $1', id),
} satisfies Record<string, Find>;

export type Kind = keyof typeof finders;

/** The relations of a thing; undefined when there is none by this id. */
export const resourceOf = async (db: Database, kind: Kind, id: string): Promise<Resource | undefined> =>
  byUuid.includes(kind) && !z.uuid().safeParse(id).success ? undefined : finders[kind](db, id);

/** Kinds whose ids are UUIDs: anything else names nothing. */
const byUuid: readonly Kind[] = ['matter', 'attachment', 'absence', 'person'];

type MatterRow = {
  id: string;
  reporter_id: string | null;
  taken_by_id: string | null;
  unit_ids: string[];
  place_path: string;
  followers: { matterId: string; reporterId: string | null }[];
};

/** The reports that were merged into it, as its process knows them. */
const FOLLOWERS = `(
  select coalesce(jsonb_agg(jsonb_build_object('matterId', f.id, 'reporterId', f.reporter_id)), '[]')
  from process pr, jsonb_path_query(pr.state, '$.facts.reporters[*].matter') as said
  join intake f on f.id = (said #>> '{}')::uuid where pr.id = i.id and f.id <> i.id)`;

/** A matter counts from its intake on, also while no process knows of it yet. */
async function matterWhere({ pool }: Database, condition: string, id: string): Promise<Resource | undefined> {
  const { rows } = await pool.query<MatterRow>(
    `select i.id, i.reporter_id, i.taken_by_id, coalesce(m.place_path, p.path) as place_path,
            array(select unnest(m.unit_ids) union select m.lead_unit_id where m.lead_unit_id is not null)::text[] as unit_ids,
            ${FOLLOWERS} as followers
     from intake i join place p on p.id = i.place_id left join matter m on m.id = i.id where ${condition}`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    matterId: row.id,
    reporterId: row.reporter_id,
    takenById: row.taken_by_id,
    unitIds: row.unit_ids,
    placePath: row.place_path,
    followers: row.followers,
  };
}

async function personWhere({ pool }: Database, sql: string, id: string): Promise<Resource | undefined> {
  const { rows } = await pool.query<{ person_id: string | null }>(sql, [id]);
  const [row] = rows;
  return row && { personId: row.person_id };
}
