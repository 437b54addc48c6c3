// The wire between the API and a workflow: what opens a process, what an Update carries, what it answers.
import { z } from 'zod';
import { Calendar } from '../rules/calendar.ts';
import { PolicySnapshot } from '../rules/policy.ts';
import { Actor } from './actor.ts';
import { Entry } from './event.ts';

/** Ids, codes and numbers only; never a word that somebody said (design.md, rule 1). */
export const Opening = z.strictObject({
  id: z.uuid(),
  process: z.string(),
  place: z.string(),
  policy: PolicySnapshot,
  calendar: Calendar,
  /** When the front door took it: deadlines of the whole matter count from here. */
  receivedAt: z.iso.datetime(),
  facts: z.record(z.string(), z.json()),
});
export type Opening = z.infer<typeof Opening>;

/** One act of a person. `recorded` is the last entry that the caller knows to be in the journal. */
export const ActCall = z.strictObject({
  actor: Actor,
  target: z.string().optional(),
  /** The capacities of the person to whom a task is handed (`Target.colleague`). */
  colleague: z.array(Actor).optional(),
  input: z.json(),
  recorded: z.int().min(0),
  /** How long the act has waited since the server took it. */
  waitedMs: z.int().min(0),
});
export type ActCall = z.infer<typeof ActCall>;

/** Every entry not yet known to be recorded; `refusal` when the rule said no after all. */
export const Answer = z.strictObject({
  entries: z.array(Entry),
  refusal: z
    .strictObject({ kind: z.string(), code: z.string(), facts: z.record(z.string(), z.json()) })
    .optional(),
});
export type Answer = z.infer<typeof Answer>;

/** What the activity `record` is given. */
export const Shipment = z.strictObject({ process: z.uuid(), entries: z.array(Entry) });
export type Shipment = z.infer<typeof Shipment>;

/** The Update that only hands out what is not recorded yet; it also opens a process. */
export const PULL = 'pull';

/** Task queue of the processes, and the workflow type of each is its process name. */
export const TASK_QUEUE = 'minqing';

/** The workflow id of a process: its own id, so that nothing else needs to be remembered. */
export const workflowId = (process: string): string => process;
