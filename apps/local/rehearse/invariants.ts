import type { Database } from '../../../prisma/client.ts';

/** Each time that a problem changed hands, with the unit that had it before. */
const HELD = `
  select process_id, seq, data -> 'event' -> 'facts' ->> 'unit' as unit,
    lag(data -> 'event' -> 'facts' ->> 'unit') over (partition by process_id, data -> 'event' ->> 'item' order by seq) as before
  from journal where process_id = any($1) and type = 'itemChanged'
    and data -> 'event' ->> 'what' in ('claimed', 'givenBack', 'assigned')`;

/**
 * What has to hold at the end, asked of the journal and the tables and not of the processes' own account. Each answers
 * how often it is broken; $1 are the quarters.
 */
const BROKEN = {
  /** Every need ends exactly once, in one of the three ways. */
  needsNotEndedOnce: `
    select count(*) from item where process_id = any($1) and kind = 'need' and (
      status <> 'closed' or ending not in ('done', 'carriedOver', 'refused') or 1 <> (
        select count(*) from journal j where j.process_id = item.process_id and j.type = 'itemClosed'
          and j.data -> 'event' ->> 'item' = substring(item.id from '[^.]+$')))`,
  needsRefusedWithoutReason: `
    select count(*) from journal j join item on item.id = j.process_id || '.' || (j.data -> 'event' ->> 'item')
    where j.process_id = any($1) and j.type = 'itemClosed' and item.kind = 'need'
      and j.data -> 'event' ->> 'ending' = 'refused' and not coalesce(j.data -> 'event' ->> 'words', '') like 'w:%'`,
  /** Not at the end only: at no moment has a unit had more than three. */
  unitsAboveThree: `
    with held as (${HELD}), moved as (
      select process_id, seq, unit, 1 as by from held where unit is not null
      union all select process_id, seq, before, -1 from held where before is not null)
    select count(*) from (
      select sum(by) over (partition by process_id, unit order by seq, by) as has from moved) had where has > 3`,
  /** Nobody ever gets what somebody has. */
  problemsWithTwoHolders: `
    with held as (${HELD}) select count(*) from held where unit is not null and before is not null`,
  /** What is open waits for a person, or for a clock that runs. */
  processesWaitingForNobody: `
    select count(*) from process p where p.closed_at is null
      and not exists (select from task where process_id = p.id and status = 'open')
      and not exists (select from clock where process_id = p.id and state = 'running')`,
  quartersNotClosed: `select count(*) from process where id = any($1) and closed_at is null`,
  /** What a quarter knows of its tasks is how they ended. */
  problemsEndedOtherwiseThanTheirTasks: `
    select count(*) from journal j join process task on task.id = (j.data -> 'event' ->> 'id')::uuid
      join item on item.id = j.process_id || '.' || (j.data -> 'event' ->> 'item')
    where j.process_id = any($1) and j.type = 'began' and task.ending is distinct from item.ending`,
  journalsWithGaps: `
    select count(*) from (
      select process_id, count(*) as entries, min(seq) as first, max(seq) as last from journal group by process_id) j
      full join process p on p.id = j.process_id
    where p.id is null or first is distinct from 1 or last is distinct from entries or last is distinct from p.seq`,
  commandsWithoutOutcome: `select count(*) from command_open`,
  errandsNotCarried: `select count(*) from outbox where lane in ('start', 'message') and done_at is null`,
};

/** How often each invariant is broken, by its name: never, where everything is right. */
export type Broken = Readonly<Record<string, number>>;

export async function judge({ pool }: Pick<Database, 'pool'>, quarters: readonly string[]): Promise<Broken> {
  const counts = Object.entries(BROKEN).map(async ([name, sql]) => {
    const { rows } = await pool.query<{ count: string }>(sql, sql.includes('$1') ? [quarters] : []);
    return [name, Number(rows[0]?.count)] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}
