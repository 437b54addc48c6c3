// The register: what a process is told at its beginning about its place, who belongs to it, and what was left over.
// One file a question; a definition asks by name.
import { processNamed } from '../../workflows/catalog.ts';
import type { Database } from '../client.ts';
import type { StartPayload } from '../intake-row.ts';
import type { Ask } from './ask.ts';
import { carried } from './carried.ts';
import { communities } from './communities.ts';
import { members } from './members.ts';
import { receivers } from './receivers.ts';
import { troubles } from './troubles.ts';

const answers: Readonly<Record<string, Ask>> = { carried, communities, members, receivers, troubles };

/** The facts that the definition asks for (`asks`), by name. Throws for a question that the register does not know. */
export async function registered(
  db: Pick<Database, 'pool'>,
  payload: StartPayload,
): Promise<StartPayload['facts']> {
  const names = processNamed(payload.process).asks ?? [];
  const known = await Promise.all(
    names.map(async (name) => {
      const ask = answers[name];
      if (ask === undefined) throw new Error(`the register cannot answer ${name}`);
      return [name, await ask(db, payload)] as const;
    }),
  );
  return Object.fromEntries(known);
}
