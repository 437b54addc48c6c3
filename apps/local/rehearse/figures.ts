import type { Door } from './door.ts';
import { cpuSeconds } from './load.ts';
import type { Stage } from './stage.ts';

/** What came of it, counted from the tables and the journal. */
export async function countAll({ db, client, parts }: Stage, quarters: readonly string[]) {
  const counted = async (sql: string): Promise<Record<string, number>> => {
    const { rows } = await db.pool.query<{ name: string; count: string }>(sql, [quarters]);
    return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]));
  };
  const [needs, problems, tasks, hands, processes] = await Promise.all(Object.values(COUNTS).map(counted));
  const lengths = await Promise.all(
    quarters.map(async (id) => (await client.workflow.getHandle(id).describe()).historyLength),
  );
  return {
    ...{ needs, problems, tasks, claims: hands, processes },
    largestQuarter: { historyEvents: Math.max(...lengths), ...(await largest(db, quarters)) },
    cpuSeconds: Object.fromEntries([
      ...[...parts()].map(([name, pid]) => [name, cpuSeconds(pid)] as const),
      ['rehearsal', Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1e6)],
    ]),
  };
}

const itemsBy = (name: string, kind: string) => `
  select ${name} as name, count(*) from item where process_id = any($1) and kind = '${kind}' group by 1 order by 1`;

/** How each thing came out: `doneLate` is what was done after its day. */
const COUNTS = {
  needs: itemsBy(`coalesce(ending, 'open')`, 'need'),
  problems: itemsBy(
    `coalesce(ending || case when facts -> 'course' -> 'isTimely' = 'false' then 'Late' else '' end, 'open')`,
    'problem',
  ),
  tasks: `
    select name, count(*) from journal j
    join process task on task.id = (j.data -> 'event' ->> 'id')::uuid
    cross join lateral (
      select coalesce(task.ending, 'open') as name
      union all select 'sentBack' from journal back where back.process_id = task.id and back.type = 'taskReopened'
    ) came
    where j.process_id = any($1) and j.type = 'began' group by 1 order by 1`,
  hands: `
    select data -> 'event' ->> 'what' as name, count(*) from journal
    where process_id = any($1) and type = 'itemChanged'
      and data -> 'event' ->> 'what' in ('claimed', 'givenBack', 'assigned') group by 1 order by 1`,
  processes: 'select type as name, count(*) from process where $1::uuid[] is not null group by 1 order by 1',
};

async function largest({ pool }: Stage['db'], quarters: readonly string[]) {
  const { rows } = await pool.query<{ journalEntries: number; stateBytes: number }>(
    `select max(seq) as "journalEntries", max(length(state::text)) as "stateBytes" from process where id = any($1)`,
    [quarters],
  );
  return rows[0];
}

/** How the acts went that people did. `seconds`: how long they were at it. */
export function actsOf({ took, refused, unknown }: Door, seconds: number) {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return {
    taken: took.length,
    refused: Object.fromEntries([...refused].sort(([a], [b]) => (a < b ? -1 : 1))),
    unknown,
    perSecond: Math.round((took.length + sum([...refused.values()])) / seconds),
    milliseconds: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
