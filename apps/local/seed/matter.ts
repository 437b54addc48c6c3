import { z } from 'zod';
import { Action } from './client.ts';

export const Titled = z.looseObject({ value: z.string() });

/** A task as the seed reads it. */
export const Task = z.looseObject({
  id: z.string(),
  kind: z.string(),
  status: z.enum(['open', 'done', 'ended']),
  asks: z.looseObject({ role: z.string().nullable(), unit: Titled.nullable(), place: z.string().nullable() }),
  heldBy: Titled.nullable(),
  outcome: z.string().nullable(),
});
export type Task = z.infer<typeof Task>;

/** A matter as the seed reads it. Without a step its process has not begun. */
export const Matter = z.looseObject({
  id: z.uuid(),
  step: Titled.nullable(),
  ending: z.string().nullable(),
  tasks: z.array(Task),
  actions: z.array(Action),
});
export type Matter = z.infer<typeof Matter>;

export const openOf = ({ tasks }: Matter, kind: string): Task[] =>
  tasks.filter((task) => task.kind === kind && task.status === 'open');
