import { statfs } from 'node:fs/promises';
import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { recurringAt } from '../../../prisma/recurring.ts';
import type { Recurring } from '../../../prisma/recurring.ts';
import type { Course } from '../course/course.ts';
import { prefixOf } from '../course/schedule.ts';
import { levelOf } from './alarm.ts';
import type { Finding, Level } from './alarm.ts';
import { DISK_USED, LATE_START, POLLED, SKEW } from './limit.ts';
import type { Name } from './words-zh.ts';

/** Temporal has answered a moment ago, and has this long now. Milliseconds. */
const PATIENCE = 5_000;
const GB = 1024 ** 3;

const found = (name: Name, level: Level, count = 0, facts: Finding['facts'] = {}): Finding => ({
  ...{ name, level, since: null, count, facts },
});

/** A part of the house that answers, or does not. */
export const reached = (name: Name, state: 'up' | 'down'): Finding =>
  found(name, state === 'up' ? 'ok' : 'alarm');

const Seconds = z.coerce.number().catch(0);

/** Workers that ask for work. While Temporal is away nobody knows. */
export async function workers(course: Course, now: Date, isThere: boolean): Promise<Finding> {
  const asked = isThere ? await pollers(course, now) : undefined;
  if (asked === undefined) return found('worker', 'warning');
  const alive = asked.filter((at) => now.getTime() - at < POLLED);
  return found('worker', alive.length === 0 ? 'alarm' : 'ok', alive.length);
}

/** When each of them asked last; undefined when Temporal goes away over it, which is an alarm of its own. */
async function pollers({ client, queue }: Course, now: Date): Promise<number[] | undefined> {
  const { connection, options } = client;
  const wish = { namespace: options.namespace, taskQueue: { name: queue }, taskQueueType: 1 };
  const asked = await client
    .withDeadline(now.getTime() + PATIENCE, () => connection.workflowService.describeTaskQueue(wish))
    .catch(() => undefined);
  return asked?.pollers?.map(({ lastAccessTime }) => Seconds.parse(lastAccessTime?.seconds) * 1_000);
}

/** What should begin by itself and has not; and whether Temporal knows of all of it. */
export async function schedules(course: Course, now: Date, isThere: boolean): Promise<Finding> {
  const wanted = await recurringAt(course.db, now);
  const [late, known] = await Promise.all([
    lateOf(course.db, wanted, now),
    isThere ? knownTo(course, now) : undefined,
  ]);
  const missing =
    known === undefined
      ? 0
      : wanted.filter(({ process, code }) => !known.has(idOf(course, process, code))).length;
  const oldest = Math.min(...late.map(({ since }) => since.getTime()));
  const level = late.length === 0 ? 'ok' : levelOf(now.getTime() - oldest, LATE_START);
  const facts = { late: late.length, missing, wanted: wanted.length };
  const since = level === 'ok' ? null : new Date(oldest);
  const isMissing = level === 'ok' && missing > 0;
  return {
    name: 'schedules',
    level: isMissing ? 'warning' : level,
    since,
    count: late.length + missing,
    facts,
  };
}

const idOf = (course: Course, process: string, code: string) => `${prefixOf(course)}${process}@${code}`;

async function knownTo(course: Course, now: Date): Promise<ReadonlySet<string> | undefined> {
  const ids = new Set<string>();
  try {
    await course.client.withDeadline(now.getTime() + PATIENCE, async () => {
      for await (const { scheduleId } of course.client.schedule.list()) ids.add(scheduleId);
    });
    return ids;
  } catch {
    return undefined; // that Temporal is away is an alarm of its own
  }
}

/** Places whose present period has begun without the process, though the town ran it when the period began. */
async function lateOf(db: Database, wanted: readonly Recurring[], now: Date): Promise<Recurring[]> {
  const late = wanted.filter(({ since }) => now.getTime() - since.getTime() >= LATE_START[0]);
  const moments = [...new Set(late.map(({ since }) => since.getTime()))];
  const then = await Promise.all(moments.map((at) => recurringAt(db, new Date(at))));
  const ran = new Set(then.flat().map(({ process, place }) => `${process} ${place}`));
  const due = late.filter(({ process, place }) => ran.has(`${process} ${place}`));
  const { rows } = await db.pool.query<{ at: number }>(
    `select at from jsonb_to_recordset($1::jsonb) as due (at int, process text, place text, since timestamptz)
     where not exists (select from process where type = due.process and opened_at >= due.since
       and place_path = due.place)`,
    [JSON.stringify(due.map(({ process, place, since }, at) => ({ at, process, place, since })))],
  );
  return rows.flatMap(({ at }) => due[at] ?? []);
}

/** How far the clocks of the database and of this process are apart; `asked` and `answered` frame the database's. */
export function skewOf(database: Date, asked: Date, answered: Date): Finding {
  const [from, to] = [asked.getTime(), answered.getTime()];
  const apart = Math.max(from - database.getTime(), database.getTime() - to, 0);
  return found('skew', levelOf(apart, SKEW), Math.round(apart / 1_000));
}

/** Room on the disk of the home; nothing where there is no such folder on this machine. */
export async function disk(home: string): Promise<Finding[]> {
  const room = await statfs(home).catch(() => undefined); // the database is on another machine
  if (room === undefined) return [];
  const free = Math.round((room.bavail * room.bsize) / GB);
  return [found('disk', levelOf(1 - room.bavail / room.blocks, DISK_USED), free)];
}
