// All acts of a process: those of the kit, its own, and one for each way to complete a task.
import { askExtension, askReassignment, askReturn, askSuspension } from './acts/asking.ts';
import { adoptNumbers } from './acts/adopting.ts';
import { completions } from './acts/completing.ts';
import { hear } from './acts/hearing.ts';
import { assignTask } from './acts/handing.ts';
import { claimTask, releaseTask, resumeTask } from './acts/holding.ts';
import {
  cancelProcess,
  comment,
  excuseTask,
  liftCard,
  reportUndelivered,
  urgeTask,
} from './acts/overseeing.ts';
import type { Act, ProcessDefinition } from './definition.ts';

const kit: readonly Act[] = [
  claimTask,
  releaseTask,
  assignTask,
  resumeTask,
  askReturn,
  askExtension,
  askSuspension,
  askReassignment,
  excuseTask,
  urgeTask,
  comment,
  liftCard,
  cancelProcess,
  reportUndelivered,
  hear,
  adoptNumbers,
];

/** In the order in which people want to see them: finishing first, then the process's own, then the kit's. */
export const allActs = (definition: ProcessDefinition): Act[] => [
  ...completions(definition),
  ...definition.acts,
  ...kit,
];

/** The act of that name, or undefined. */
export const actNamed = (definition: ProcessDefinition, name: string): Act | undefined =>
  allActs(definition).find((act) => act.name === name);
