// The processes as data: steps, tasks, acts, diagram. Safe in a browser; the stories are in index.ts.
import type { ProcessDefinition } from './process/definition.ts';
import { claimTask } from './processes/claim-task/definition.ts';
import { commonProblem } from './processes/common-problem/definition.ts';
import { livelihood } from './processes/livelihood/definition.ts';
import { quarterlyClaim } from './processes/quarterly-claim/definition.ts';
import { sixStep } from './processes/six-step/definition.ts';
import { stationSession } from './processes/station-session/definition.ts';
import { supervision } from './processes/supervision/definition.ts';
import { whistle } from './processes/whistle/definition.ts';

export const catalog: Readonly<Record<string, ProcessDefinition>> = {
  'claim-task': claimTask,
  'common-problem': commonProblem,
  livelihood,
  'quarterly-claim': quarterlyClaim,
  'six-step': sixStep,
  'station-session': stationSession,
  supervision,
  whistle,
};

/** The description of a process. Throws when there is none of that name. */
export function processNamed(name: string): ProcessDefinition {
  const found = catalog[name];
  if (found === undefined) throw new Error(`no process is called ${name}`);
  return found;
}
