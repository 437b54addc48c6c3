import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Language } from '../language.ts';
import { timeOf } from '../wire.ts';
import { titleOf } from './title.ts';

/** An absence that is not over. `by`: who set it, where it was not the person. */
export const AwayShown = z.object({ from: z.string(), until: z.string(), by: z.string().nullable() });
export type AwayShown = z.infer<typeof AwayShown>;

/**
 * SQL: who set an absence `absence`, if another did: the record of it was written in the same transaction, and so has the
 * same moment (register/securing.ts).
 */
export const SET_BY = `(
  select jsonb_build_object('name', setter.name, 'nameEn', setter.name_en) from admin_record
  join person setter on setter.id = by_id
  where act = 'setAway' and of_id = absence.person_id::text and at = absence.noted_at limit 1)`;

export type AwayRow = { from_at: Date; until_at: Date; by: { name: string; nameEn: string } | null };

export const awayShown = (
  { from_at: from, until_at: until, by }: AwayRow,
  language: Language,
): AwayShown => ({
  ...{ from: timeOf(from), until: timeOf(until), by: by && titleOf(by, language) },
});

/** The absence that runs now; null for whoever is there. */
export async function awayNow(
  { pool }: Database,
  person: string,
  language: Language,
): Promise<AwayShown | null> {
  const { rows } = await pool.query<AwayRow>(
    `select from_at, until_at, ${SET_BY} as by from absence where person_id = $1 and ended_at is null
       and now() >= from_at and now() < until_at order by until_at desc limit 1`,
    [person],
  );
  return rows[0] ? awayShown(rows[0], language) : null;
}
