// The processes as data: steps, tasks, acts, diagram. Safe in a browser; the stories are in index.ts.
import type { ProcessDefinition } from './process/definition.ts';
import { sixStep } from './processes/six-step/definition.ts';

export const catalog: Readonly<Record<string, ProcessDefinition>> = { 'six-step': sixStep };

/** The description of a process. Throws when there is none of that name. */
export function processNamed(name: string): ProcessDefinition {
  const found = catalog[name];
  if (found === undefined) throw new Error(`no process is called ${name}`);
  return found;
}
