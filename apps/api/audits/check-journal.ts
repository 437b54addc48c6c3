import type { Database } from '../../../prisma/client.ts';
import { canonical } from '../../../prisma/canonical.ts';
import { reportersIn } from '../matters/actors.ts';
import type { Audited } from './audited.ts';
import { causesOf, unexplained } from './causes.ts';
import { found } from './check.ts';
import type { Finding, Place } from './check.ts';
import { differences } from './differences.ts';

/** The entries are numbered 1 to n, each can be read, and time does not run backwards. */
export function sequence({ rows }: Audited): Finding {
  const places = rows.flatMap(({ seq, at, entry, type }, i): Place[] => {
    const before = rows[i - 1];
    const gap = seq === (before?.seq ?? 0) + 1 ? [] : [{ seq, code: 'gap' }];
    const back = before !== undefined && at < before.at ? [{ seq, code: 'back' }] : [];
    const broken = entry === undefined || entry.event.type !== type ? [{ seq, code: 'unreadable' }] : [];
    return [...gap, ...back, ...broken];
  });
  return found('sequence', places, { n: rows.length });
}

type Row = { state: unknown; number: string | null; numbers: unknown };

/** The state that everybody reads is what the entries come to when they are followed again, one by one. */
export async function state({ pool }: Database, { id, replay }: Audited): Promise<Finding> {
  const { rows } = await pool.query<Row>('select state, number, numbers from process where id = $1', [id]);
  const { stuckAt, number, numbers } = replay;
  const stuck = stuckAt === undefined ? [] : [{ seq: stuckAt, code: 'stuck' }];
  const [row] = rows;
  if (row === undefined) return found('state', [...stuck, { code: 'noState' }]);
  const computed: unknown = JSON.parse(canonical({ state: replay.state, number, numbers }));
  const places = differences(computed, row).map((path) => ({ text: path }));
  return found('state', [...stuck, ...places], { seq: replay.state?.seq ?? 0 });
}

/** Every accepted act left entries, and every entry of a person comes from an accepted act. */
export function acts({ entries, commands }: Audited): Finding {
  const { orphans, idle, commandOf } = causesOf(entries, commands);
  const places = [
    ...orphans.map((seq) => ({ seq, code: 'orphan' })),
    ...idle.map(({ name, id }) => ({ text: `${name} ${id}` })),
  ];
  const n = new Set(commandOf.values()).size;
  const refused = commands.filter(({ act, status }) => act !== undefined && status === 'rejected').length;
  return found('acts', places, { n, entries: commandOf.size, refused });
}

/** What no person did comes from the beginning, a clock, an act of the same moment, or a message of another process. */
export async function causes({ pool }: Database, { entries, scene }: Audited): Promise<Finding> {
  const heard = new Set(entries.filter(({ by }) => by?.role === 'system').map(({ at }) => at));
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from outbox where lane = 'message' and payload ->> 'to' = any($1)`,
    [[scene.state.id, ...reportersIn(scene.state)]],
  );
  const sent = rows[0]?.n ?? 0;
  const unsent = heard.size > sent ? [{ code: 'unsent', text: `${heard.size} > ${sent}` }] : [];
  const places = unexplained(entries).map((seq) => ({ seq, code: 'uncaused' }));
  return found('causes', [...places, ...unsent], { n: entries.length, heard: heard.size });
}
