import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../prisma/client.ts';
import type { Chance } from './chance.ts';
import { Unrehearsed } from './door.ts';
import type { Plan } from './plan.ts';
import type { Cast } from './town.ts';

/** How long anything that happens by itself may take. Milliseconds. */
const PATIENCE = 180_000;
const PAUSE = 150;

type Row = { id: string; kind: string; unit: string | null };

/** The quarter of one subdistrict, with those who play in it, and what is recorded of it. */
export class Quarter {
  readonly id: string;
  readonly cast: Cast;
  readonly plan: Plan;
  readonly chance: Chance;

  constructor(
    { id, cast, plan, chance }: Pick<Quarter, 'id' | 'cast' | 'plan' | 'chance'>,
    private readonly db: Pick<Database, 'pool'>,
  ) {
    this.id = id;
    this.cast = cast;
    this.plan = plan;
    this.chance = chance;
  }

  /** Its open items of a sort, oldest first; their own kind is that of a matter. */
  openItems(sort: 'need' | 'problem'): Promise<Row[]> {
    return this.#rows(
      `select id, facts ->> 'kind' as kind, unit_id as unit from item where process_id = $1 and kind = $2
         and status = 'open' order by substring(id from '[0-9]+$')::int`,
      sort,
    );
  }

  /** The open problems that a unit has, the latest first. */
  async heldBy(unit: string): Promise<string[]> {
    const problems = await this.openItems('problem');
    return problems
      .filter((one) => one.unit === unit)
      .map(({ id }) => id)
      .reverse();
  }

  /** The open task of a kind, of that place or unit where it is said. Throws Unrehearsed where there is none. */
  async task(kind: string, of: { place?: string; unit?: string } = {}): Promise<string> {
    const { rows } = await this.db.pool.query<{ id: string }>(
      `select id from task where process_id = $1 and kind = $2 and status = 'open'
         and ($3::text is null or place_path = $3) and ($4::uuid is null or unit_id = $4)`,
      [this.id, kind, of.place, of.unit],
    );
    return rows[0]?.id ?? lost(`There is no open ${kind} in ${this.cast.path}.`);
  }

  /** When the windows of a kind close; undefined where none is open. */
  async closes(kind: string): Promise<Date | undefined> {
    const { rows } = await this.db.pool.query<{ at: Date | null }>(
      `select max(due_at) as at from task where process_id = $1 and kind = $2 and status = 'open'`,
      [this.id, kind],
    );
    return rows[0]?.at ?? undefined;
  }

  /** The processes of its claimed tasks that have begun, with the problem of each. */
  tasks(): Promise<{ id: string; item: string }[]> {
    return this.#rows(
      `select p.id, j.data -> 'event' ->> 'item' as item
       from journal j join process p on p.id = (j.data -> 'event' ->> 'id')::uuid
       where j.process_id = $1 and j.type = 'began' order by j.seq`,
    );
  }

  /** Waits until it has come to a step. */
  stands(step: string): Promise<void> {
    return until(`${this.cast.path} has not come to ${step}.`, async () => {
      const rows = await this.#rows<{ step: string }>('select step from process where id = $1');
      return rows[0]?.step === step;
    });
  }

  async #rows<T extends object>(sql: string, ...values: unknown[]): Promise<T[]> {
    const { rows } = await this.db.pool.query<T>(sql, [this.id, ...values]);
    return rows;
  }
}

/** Waits until it holds; throws Unrehearsed with the sentence when it does not in time. */
export async function until(otherwise: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await holds()); await sleep(PAUSE)) {
    if (Date.now() > end) lost(otherwise);
  }
}

function lost(sentence: string): never {
  throw new Unrehearsed(sentence);
}
