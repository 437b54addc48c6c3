import type { Door } from '../door.ts';
import { until } from '../quarter.ts';
import type { Quarter } from '../quarter.ts';
import type { Stage } from '../stage.ts';
import { skipTo } from '../time.ts';
import type { Task } from './list.ts';

/** The quarter has heard of all that was done; then its time runs to its end, what is left carries over, and the report is signed. */
export async function close(
  { db, client }: Stage,
  door: Door,
  quarter: Quarter,
  tasks: readonly Task[],
): Promise<void> {
  const { cast, id } = quarter;
  const never = tasks.filter(({ fate }) => fate === 'never').length;
  await until(`${cast.path} has not heard of all that was done.`, async () => {
    return (await quarter.openItems('problem')).length === never;
  });
  const end = await quarter.closes('carryOut');
  if (end !== undefined) await skipTo(client, id, new Date(end.getTime() + 60_000));
  await quarter.stands('report');
  await door.act({ account: cast.clerk, at: `tasks/${await quarter.task('report')}`, act: 'signReport' });
  await until(`${cast.path} has told others what nobody has taken yet.`, async () => {
    const { rows } = await db.pool.query<{ left: number }>(
      `select count(*)::int as left from outbox where lane in ('start', 'message') and done_at is null and process_id = any($1)`,
      [[id, ...tasks.map((task) => task.id)]],
    );
    return rows[0]?.left === 0;
  });
}
