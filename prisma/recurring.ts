// Processes that begin by themselves: in which places, and how often.
import { z } from 'zod';
import { catalog } from '../workflows/catalog.ts';
import type { ProcessDefinition } from '../workflows/process/definition.ts';
import { UtcOffset } from '../workflows/rules/local-time.ts';
import { periodOf, startOfPeriod } from '../workflows/rules/period.ts';
import type { Rhythm } from '../workflows/rules/period.ts';
import type { Database } from './client.ts';

/** A process that begins by itself in a place: `code` names the place, `place` is its path; `since`: its present period. */
export type Recurring = { process: string; code: string; place: string; every: Rhythm; since: Date };

const PlaceRow = z.object({ code: z.string(), path: z.string(), numbers: z.unknown(), offset: UtcOffset });

/** Places of a level, with the unit that is needed, whose pack in force at a moment lists the process; by code. */
const PLACES = `
  select place.code, place.path, pack.body -> 'processes' -> $1 as numbers,
         pack.body #>> '{office,utcOffset}' as offset
  from place cross join lateral (
    select version.body from place above
    join policy_version version on version.name = above.policy and version.in_force_from <= $4
    where above.code = any(string_to_array(place.path, '/')) and exists (
      select from calendar_version known where known.id = version.body ->> 'calendar' and known.in_force_from <= $4)
    order by length(above.path) desc, version.in_force_from desc limit 1) pack
  where place.level = $2 and place.ended_at is null and pack.body -> 'processes' ? $1
    and ($3::text is null or exists (select from unit where unit.place_id = place.id and unit.kind = $3))
  order by place.code`;

/** Everything that begins by itself under the packs in force at a moment, among these processes. */
export async function recurringAt(
  db: Pick<Database, 'pool'>,
  at: Date,
  definitions: readonly ProcessDefinition[] = Object.values(catalog),
): Promise<Recurring[]> {
  const lists = await Promise.all(definitions.map((definition) => placesOf(db, definition, at)));
  return lists.flat();
}

async function placesOf(
  { pool }: Pick<Database, 'pool'>,
  definition: ProcessDefinition,
  at: Date,
): Promise<Recurring[]> {
  const { name: process, rhythm } = definition;
  if (rhythm === undefined) return [];
  const { rows } = await pool.query(PLACES, [process, rhythm.level, rhythm.unit ?? null, at]);
  return z
    .array(PlaceRow)
    .parse(rows)
    .map(({ code, path: place, numbers, offset }) => {
      const every = rhythm.every(numbersOf(definition, numbers));
      return { process, code, place, every, since: startOfPeriod(periodOf(at, every, offset), offset) };
    });
}

/** What the town's pack writes for a process, as the process reads it. */
export const numbersOf = ({ numbers }: ProcessDefinition, written: unknown): unknown =>
  numbers?.parse(written) ?? {};
