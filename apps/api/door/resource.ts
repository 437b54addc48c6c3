import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Resource } from './decide.ts';
import { itemBy, processWhere, receivedProcess } from './process-resource.ts';

type Find = (db: Database, id: string) => Promise<Resource | undefined>;

/** What `decide` needs to know of each kind of thing that a route can name. */
const finders = {
  matter: (db, id) => matterWhere(db, (column) => `${column} = $1`, id),
  process: async (db, id) =>
    (await processWhere(db, (column) => `${column} = $1`, id)) ?? receivedProcess(db, id),
  /** A matter or any other process. */
  course: async (db, id) =>
    (await courseWhere(db, (column) => `${column} = $1`, id)) ?? receivedProcess(db, id),
  task: (db, id) =>
    courseWhere(db, (column) => `${column} = (select process_id from task where id = $1)`, id),
  card: (db, id) =>
    courseWhere(db, (column) => `${column} = (select process_id from card where id = $1)`, id),
  item: itemBy,
  attachment: (db, id) =>
    courseWhere(db, (column) => `${column} = (select matter_id from attachment where id = $1)`, id),
  session: (db, id) => personWhere(db, 'select person_id from session where id = $1', id),
  notice: (db, id) => personWhere(db, 'select person_id from notice where id = $1', id),
  absence: (db, id) => personWhere(db, 'select person_id from absence where id::text = $1', id),
  view: (db, id) => personWhere(db, 'select person_id from view where id::text = $1', id),
  person: (db, id) => personWhere(db, 'select id as person_id from person where id::text = $1', id),
} satisfies Record<string, Find>;

export type Kind = keyof typeof finders;

/** The relations of a thing; undefined when there is none by this id. */
export const resourceOf = async (db: Database, kind: Kind, id: string): Promise<Resource | undefined> =>
  byUuid.includes(kind) && !z.uuid().safeParse(id).success ? undefined : finders[kind](db, id);

/** Kinds whose ids are UUIDs: anything else names nothing. */
const byUuid: readonly Kind[] = ['matter', 'process', 'course', 'attachment', 'absence', 'person', 'view'];

/** A condition on the column that holds the id of a process; `$1` is what the caller named. */
type Where = (column: string) => string;

const courseWhere = async (db: Database, where: Where, id: string): Promise<Resource | undefined> =>
  (await matterWhere(db, where, id)) ?? processWhere(db, where, id);

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
async function matterWhere({ pool }: Database, where: Where, id: string): Promise<Resource | undefined> {
  const { rows } = await pool.query<MatterRow>(
    `select i.id, i.reporter_id, i.taken_by_id, coalesce(m.place_path, p.path) as place_path,
            array(select unnest(m.unit_ids) union select m.lead_unit_id where m.lead_unit_id is not null)::text[] as unit_ids,
            ${FOLLOWERS} as followers
     from intake i join place p on p.id = i.place_id left join matter m on m.id = i.id where ${where('i.id')}`,
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
