import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { playQuarter } from '../rehearse/course.ts';
import { Door } from '../rehearse/door.ts';
import { Gate } from '../rehearse/lanes.ts';
import { signInAll } from '../rehearse/people.ts';
import { scales } from '../rehearse/scale.ts';
import type { Stage } from '../rehearse/stage.ts';
import { castOf } from './model.ts';
import type { Cast } from './model.ts';
import { sampleOf } from './sampler.ts';
import { markdown, ms } from './table.ts';

/** So many matters are reported, and brought on their way; so many requests are in flight. */
const MATTERS = 200;
const AT_ONCE = 24;
const PATIENCE = 120_000;

type Row = readonly [what: string, n: number, perSecond: number, p50: number | string, p95: number | string];

/** Reports, beginnings and acts on the real servers, and those of a rehearsed quarter. Times are those of whoever waits. */
export async function benchActs(stage: Stage, say: (line: string) => void): Promise<string> {
  const cast = await castOf(stage.db);
  say(`  ${MATTERS} reports, and acts on them`);
  const rows = [...(await reported(stage, cast)), await acted(stage, cast), await rehearsed(stage, say)];
  return markdown(['what', 'n', 'per second', 'p50 ms', 'p95 ms'], rows);
}

/** Taken in by the front door, and then begun by Temporal: nobody waits for that. */
async function reported({ url, db }: Stage, { spots: [spot], kinds: [kind] }: Cast): Promise<Row[]> {
  const place = spot?.path.split('/').at(-1);
  const body = JSON.stringify({ kind, place, words: 'bench' });
  const gate = new Gate(AT_ONCE);
  const start = performance.now();
  const took = await Promise.all(
    Array.from({ length: MATTERS }, () => gate.through(() => timed(() => report(url, body)))),
  );
  const inMs = performance.now() - start;
  await begun(db);
  const begunMs = performance.now() - start;
  return [
    rowOf('reports taken in', took, inMs),
    ['processes begun', MATTERS, perSecond(MATTERS, begunMs), '', ''],
  ];
}

async function report(url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const answer = await fetch(`${url}/api/v1/matters`, { method: 'POST', headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`A report was answered ${answer.status}: ${text}`);
}

/** Until every report has its task. */
async function begun({ pool }: Database): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(50)) {
    const { rowCount } = await pool.query(`select from task where kind = 'analyse' limit ${MATTERS}`);
    if (rowCount === MATTERS) return;
  }
  throw new Error('The reported matters have not begun.');
}

const Clerk = z.object({ account: z.string(), id: z.uuid() });

/** The community claims and accepts each of them. */
async function acted({ url, db }: Stage, { spots: [spot], handlers: [lead] }: Cast): Promise<Row> {
  const { rows } = await db.pool.query('select account, id from person where id = $1', [spot?.clerk]);
  const { account, id } = Clerk.parse(rows[0]);
  const door = new Door(url, await signInAll(db, new Map([[account, id]])));
  const tasks = await db.pool.query<{ id: string }>(
    `select id from task where kind = 'analyse' and status = 'open'`,
  );
  const input = { importance: 2, urgency: 2, size: 'small', lead: lead?.unit, helpers: [], mode: 'team' };
  const start = performance.now();
  await Promise.all(
    tasks.rows.map(async (task) => {
      await door.act({ account, at: `tasks/${task.id}`, act: 'claimTask' });
      await door.act({ account, at: `tasks/${task.id}`, act: 'acceptMatter', input });
    }),
  );
  return rowOf('acts on matters', door.took, performance.now() - start);
}

/** A whole quarter of a town: hundreds of acts at one process each. */
async function rehearsed(stage: Stage, say: (line: string) => void): Promise<Row> {
  const { town } = scales;
  if (town === undefined) throw new Error('There is no scale "town".');
  const { taken, perSecond: rate, milliseconds } = (await playQuarter(stage, town, 1, say)).acts;
  return ['acts of a rehearsed quarter', taken, rate, milliseconds.p50, milliseconds.p95];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const perSecond = (n: number, inMs: number): number => Math.round((n / inMs) * 1_000);

function rowOf(what: string, took: readonly number[], inMs: number): Row {
  const { p50, p95 } = sampleOf(took);
  return [what, took.length, perSecond(took.length, inMs), ms(p50), ms(p95)];
}
