import type { State } from '../../workflows/process/state.ts';

/** All that the read model is made from: what the journal comes to, and the numbers that recording gave: its own, and its items'. */
export type Course = { state: State; number: string | null; numbers: Readonly<Record<string, string>> };

/** The key of a task, clock or card in the tables: its process and its id there. */
export const localKey = (processId: string, localId: string): string => `${processId}.${localId}`;

/** The process and the local id that a key names; undefined when it is no such key. */
export function partsOf(key: string): { processId: string; localId: string } | undefined {
  const [, processId, localId] = /^([0-9a-f-]{36})\.([a-z]+\d*)$/.exec(key) ?? [];
  return processId === undefined || localId === undefined ? undefined : { processId, localId };
}
