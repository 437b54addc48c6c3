// Packs and calendars as they stand in PostgreSQL. A version never changes, so it is read once.
import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { State } from '../../../workflows/process/state.ts';
import { processNamed } from '../../../workflows/catalog.ts';
import { Calendar, calendarSlice } from '../../../workflows/rules/calendar.ts';
import { Policy, snapshotOf } from '../../../workflows/rules/policy.ts';

const Row = z.object({ body: z.unknown() });
const DAY = 86_400_000;

/** Calendar days that a process carries: a little before it began, and far enough ahead for its longest clock. */
const BEFORE = 40;
const AHEAD = 440;

export class PolicyBook {
  readonly #policies = new Map<string, Promise<Policy>>();
  readonly #calendars = new Map<string, Promise<Calendar>>();

  constructor(private readonly db: Database) {}

  policy(name: string, version: string): Promise<Policy> {
    const read = async () => Policy.parse(await this.#body('policy_version', 'name', name, version));
    return once(this.#policies, `${name}@${version}`, read);
  }

  calendar(id: string, version: string): Promise<Calendar> {
    const read = async () => Calendar.parse(await this.#body('calendar_version', 'id', id, version));
    return once(this.#calendars, `${id}@${version}`, read);
  }

  /** The scene of a process as it is recorded: what its rules see now. */
  async sceneOf(state: State, now: Date): Promise<Scene> {
    const [policy, calendar] = await Promise.all([
      this.policy(state.policy.name, state.policy.version),
      this.calendar(state.calendar.id, state.calendar.version),
    ]);
    const time = { calendar, office: policy.office };
    return {
      definition: processNamed(state.process),
      state,
      policy: snapshotOf(policy, state.process),
      time,
      now,
    };
  }

  async #body(table: string, key: string, id: string, version: string): Promise<unknown> {
    const { rows } = await this.db.pool.query(
      `select body from ${table} where ${key} = $1 and version = $2`,
      [id, version],
    );
    if (rows.length === 0) throw new Error(`${table} has no ${id} ${version}`);
    return Row.parse(rows[0]).body;
  }
}

/** The part of a calendar that a process carries from its first day on. */
export function carriedCalendar(calendar: Calendar, since: Date, now: Date): Calendar {
  const first = new Date(since.getTime() - BEFORE * DAY);
  const days = Math.ceil((now.getTime() - first.getTime()) / DAY) + AHEAD;
  return calendarSlice(calendar, first.toISOString().slice(0, 10), days);
}

function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? read();
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}
