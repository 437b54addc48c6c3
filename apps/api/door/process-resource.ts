import type { Database } from '../../../prisma/client.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { StartPayload } from '../../../prisma/intake-row.ts';
import type { Resource } from './decide.ts';

/** The kinds of processes that are no matters: those have their own door, by what the front door noted of them. */
export const otherProcesses = (): string[] =>
  Object.values(catalog).flatMap(({ name, isMatter }) => (isMatter === true ? [] : name));

/** The kinds that anybody may look at. */
export const publicProcesses = (): string[] =>
  Object.values(catalog).flatMap(({ name, isPublic }) => (isPublic === true ? name : []));

type Row = {
  id: string;
  type: string;
  place_path: string;
  unit_ids: string[];
  person_ids: string[];
  invited_ids: string[];
  opened_by: string | null;
  asked: { role: string; placePath: string }[];
};

/** Whom the tasks of a process ask for by role: SQL for a JSON list. */
const ASKED = `(select coalesce(jsonb_agg(distinct jsonb_build_object('role', role, 'placePath', place_path)), '[]')
  from task where process_id = pr.id and role is not null and unit_id is null and person_id is null) as asked`;

/** Whoever its tasks ask for by name, and whose its items are: SQL for an array. */
export const PEOPLE = `array(select person_id from task where process_id = pr.id and person_id is not null
  union select person_id from item where process_id = pr.id and person_id is not null)`;

/** The person who began it by an entrance: SQL for an id. */
export const OPENED_BY = `(select case when c.subject_id ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' then c.subject_id::uuid end from command c
  where c.process_id = pr.id and c.name = 'open ' || pr.type order by c.received_at limit 1)`;

/** Whom its tasks about the whole of it ask for by name, and who began it: SQL for an array. */
export const INVITED = `(array(select person_id from task where process_id = pr.id and item_id is null
  and person_id is not null) || array_remove(array[${OPENED_BY}], null))`;

/** A process that has begun; `where` is a condition on the column of its id with `$1`. */
export async function processWhere(
  { pool }: Database,
  where: (column: string) => string,
  id: string,
): Promise<Resource | undefined> {
  const { rows } = await pool.query<Row>(
    `select pr.id, pr.type, pr.place_path, pr.unit_ids::text[], ${PEOPLE}::text[] as person_ids,
            ${INVITED}::text[] as invited_ids, ${OPENED_BY} as opened_by, ${ASKED}
     from process pr where ${where('pr.id')} and pr.type = any($2)`,
    [id, otherProcesses()],
  );
  return rows[0] && resourceOf(rows[0]);
}

const resourceOf = (row: Row): Resource => ({
  processId: row.id,
  placePath: row.place_path,
  unitIds: row.unit_ids,
  personIds: row.person_ids,
  invitedIds: row.invited_ids,
  takenById: row.opened_by,
  asked: row.asked,
  isPublic: publicProcesses().includes(row.type),
});

/** A process that was taken in and has not begun yet. */
export async function receivedProcess({ pool }: Database, id: string): Promise<Resource | undefined> {
  const { rows } = await pool.query<{ payload: unknown; opened_by: string | null }>(
    `select pr.payload, ${OPENED_BY} as opened_by
     from (select process_id as id, payload ->> 'process' as type, payload from outbox where id = $1) pr`,
    [`start:${id}`],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { process, place } = StartPayload.parse(row.payload);
  if (!otherProcesses().includes(process)) return undefined;
  return {
    ...{ processId: id, placePath: place, takenById: row.opened_by },
    invitedIds: row.opened_by === null ? [] : [row.opened_by],
    isPublic: publicProcesses().includes(process),
  };
}

type ItemRow = { process_id: string; place_path: string; unit_ids: string[]; person_id: string | null };

/** Units that an item is about, and whom a task about it or about the whole process asks for: SQL for an array of `i`. */
export const ITEM_UNITS = `array(select i.unit_id where i.unit_id is not null union select t.unit_id from task t
  where t.process_id = i.process_id and coalesce(t.item_id, i.id) = i.id and t.unit_id is not null)`;

/** An item, by its own place, units and person; whom tasks about the whole process ask for see all of its items. */
export async function itemBy(db: Database, id: string): Promise<Resource | undefined> {
  const { rows } = await db.pool.query<ItemRow>(
    `select i.process_id, i.place_path, ${ITEM_UNITS}::text[] as unit_ids, i.person_id from item i where i.id = $1`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const whole = await processWhere(db, (column) => `${column} = $1`, row.process_id);
  const { process_id: processId, place_path: placePath, unit_ids: unitIds, person_id: person } = row;
  return {
    processId,
    placePath,
    unitIds,
    personIds: person ? [person] : [],
    asked: whole?.asked,
    invitedIds: whole?.invitedIds,
  };
}
