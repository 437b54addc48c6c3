// Every process of the catalog, whatever it is called: begun by an entrance, listed, read, printed and acted on.
// Nothing here knows one by name; a matter keeps its own address, because it has a receipt and somebody who reported it.
import type { Database } from '../../../prisma/client.ts';
import { catalog, processNamed } from '../../../workflows/catalog.ts';
import type { ProcessDefinition } from '../../../workflows/process/definition.ts';
import type { Facts } from '../../../workflows/process/event.ts';
import type { Language } from '../language.ts';
import type { Titled } from '../matters/shown.ts';
import { timeOf } from '../wire.ts';

/** What a report begins: the first of the catalogue that is about a matter. */
export function reported(): ProcessDefinition {
  const found = Object.values(catalog).find(({ isMatter }) => isMatter === true);
  if (found === undefined) throw new Error('no process of the catalogue is about a matter');
  return found;
}

/** Where a process is read. */
export const hrefOf = (process: string, id: string): string =>
  `/api/v1/${processNamed(process).isMatter === true ? 'matters' : 'processes'}/${id}`;

/** What a kind of process is called. */
export const titledProcess = (process: string, language: Language): Titled => ({
  value: process,
  title: catalog[process]?.title[language] ?? process,
});

/** What one process is called among others of its kind. */
export const labelOf = (process: string, facts: Facts, language: Language): string => {
  const definition = processNamed(process);
  const label = (definition.label?.(facts) ?? definition.title)[language];
  return label.replace(UTC, (at) => timeOf(new Date(at)).slice(0, 16).replace('T', ' '));
};

/** A time as facts hold it: people read it as it is where they live. */
const UTC = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

/** The kind of a process by its id, from the moment it was taken in; undefined where there is none. */
export async function kindOf({ pool }: Pick<Database, 'pool'>, id: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ type: string | null }>(
    `select coalesce((select type from process where id = $1),
                     (select payload ->> 'process' from outbox where id = 'start:' || $1::uuid)) as type`,
    [id],
  );
  return rows[0]?.type ?? undefined;
}

/** Where a process is read, by its id alone; null where there is none. */
export async function addressOf(db: Pick<Database, 'pool'>, id: string): Promise<string | null> {
  const kind = await kindOf(db, id);
  return kind === undefined ? null : hrefOf(kind, id);
}
