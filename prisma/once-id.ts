import { idFrom } from '../workflows/rules/identity.ts';
import type { Tx } from './client.ts';

/**
 * The id of what a place begins once: by the moment and the names, and by the place's own id, so that two homes of one town
 * on the same Temporal server do not take each other's.
 */
export async function onceId(sql: Tx, place: string, at: Date, names: readonly string[]): Promise<string> {
  const { rows } = await sql.query<{ id: string }>('select id from place where path = $1', [place]);
  return idFrom(at, rows[0]?.id ?? '', ...names);
}
