import { z } from 'zod';
import { Performer } from '../../workflows/process/actor.ts';
import { inTransaction } from '../client.ts';
import type { Database, Tx } from '../client.ts';
import { rowsOver, writeAll } from '../project/write.ts';
import type { Write } from '../project/write.ts';
import { loadStaff } from './staff.ts';
import type { Staff } from './staff.ts';
import { reasonFor, standIn } from './stand-in.ts';

/** An open task, as far as finding somebody for it goes; `place` is that of its process. */
const Asking = z.object({ id: z.string(), place: z.string(), performer: Performer });
export type Asking = z.infer<typeof Asking>;

/** So many processes are looked at in one transaction. */
const BATCH = 200;

/**
 * Looks again who is there for open tasks, and writes down who stands in where nobody is. To be called after a post, an
 * absence or a person was changed, and now and then because absences begin by themselves. Takes `db` and not a
 * transaction, because it locks processes. Returns how many tasks wait for a stand-in.
 */
export async function reroute(db: Pick<Database, 'pool'>): Promise<number> {
  const staff = await inTransaction(db, (tx) => loadStaff(tx));
  const { rows } = await db.pool.query<{ id: string }>(
    `select distinct process_id as id from task where status = 'open' order by process_id`,
  );
  let routed = 0;
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH).map(({ id }) => id);
    routed += await inTransaction(db, (tx) => rerouteBatch(tx, batch, staff));
  }
  return routed;
}

/** The processes are locked in the order of their ids, before anything else, as recording does. */
async function rerouteBatch(tx: Tx, processIds: readonly string[], staff: Staff): Promise<number> {
  await tx.query('select 1 from process where id = any($1::uuid[]) order by id for update', [processIds]);
  const { rows } = await tx.query(
    `select t.id, p.state ->> 'place' as place, p.state #> array['tasks', split_part(t.id, '.', 2), 'performer'] as performer
     from task t join process p on p.id = t.process_id where t.status = 'open' and p.id = any($1::uuid[])`,
    [processIds],
  );
  const asking = z.array(Asking).parse(rows);
  const routed = routes(asking, staff);
  await tx.query(
    `delete from task_route where task_id = any($1)
       and not task_id in (select task_id from jsonb_populate_recordset(null::task_route, $2::jsonb))`,
    [asking.map(({ id }) => id), JSON.stringify(routed.rows)],
  );
  await writeAll(tx, [routed]);
  return routed.rows.length;
}

/** Rows of `task_route` for those of the tasks that nobody is there for. */
export const routes = (tasks: readonly Asking[], staff: Staff): Write =>
  rowsOver(
    'task_route',
    tasks.flatMap((task) => routeRow(task, staff)),
    'task_id',
  );

function routeRow({ id, performer, place }: Asking, staff: Staff): object[] {
  const reason = reasonFor(performer, place, staff);
  if (reason === undefined) return [];
  const found = standIn(performer, place, staff);
  const row = {
    task_id: id,
    person_id: found?.person ?? null,
    for_id: found?.for ?? null,
    unit_id: found?.unit ?? null,
  };
  return [{ ...row, reason }];
}
