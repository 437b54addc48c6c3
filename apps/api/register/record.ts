import type { Tx } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';

/** What a record can be about. */
export const whats = ['place', 'unit', 'person', 'post', 'absence', 'session'] as const;
export type What = (typeof whats)[number];

/** Values as people read them at that moment: a name that is changed later stays in the record as it was. */
export type Facts = Readonly<Record<string, string | boolean | null>>;

type Entry = { by: string; act: string; what: What; of: string; before: Facts; after: Facts };

/** Writes down what an administrator changed, in the transaction that changes it. */
export async function recordIn(tx: Tx, { by, act, what, of, before, after }: Entry): Promise<void> {
  await tx.query(
    'insert into admin_record (id, by_id, act, what, of_id, before, after) values ($1, $2, $3, $4, $5, $6, $7)',
    [newId(), by, act, what, of, JSON.stringify(before), JSON.stringify(after)],
  );
}

/** Only what is different. */
export function difference(before: Facts, after: Facts): { before: Facts; after: Facts } {
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  const of = (facts: Facts) => Object.fromEntries(changed.map((name) => [name, facts[name] ?? null]));
  return { before: of(before), after: of(after) };
}
