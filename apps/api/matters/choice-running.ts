import type { Database } from '../../../prisma/client.ts';
import { catalog } from '../../../workflows/catalog.ts';
import type { State } from '../../../workflows/process/state.ts';
import type { Language } from '../language.ts';
import type { Choice } from './choice-lists.ts';

const MOST = 20;

/** The district that a process lies in. */
export const districtOf = ({ place }: State): string => place.split('/')[0] ?? place;

/** Open processes of a kind in the same district (`running:<process>`); of its own kind those that were begun before it. */
export async function running(
  { pool }: Database,
  process: string,
  state: State,
  language: Language,
): Promise<Choice[]> {
  const { rows } = await pool.query<{ id: string; facts: State['facts'] }>(
    `select id, state -> 'facts' as facts from process where type = $1 and status = 'open'
       and (place_path = $2 or place_path like $2 || '/%') and ($3::uuid is null or id < $3) order by opened_at desc limit ${MOST}`,
    [process, districtOf(state), process === state.process ? state.id : null],
  );
  const found = catalog[process];
  return rows.map(({ id, facts }) => ({
    value: id,
    title: (found?.label?.(facts) ?? found?.title)?.[language] ?? id,
  }));
}
