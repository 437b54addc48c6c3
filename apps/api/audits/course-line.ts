import { z } from 'zod';
import type { Entry, Event } from '../../../workflows/process/event.ts';
import { Hand } from '../matters/shown.ts';
import { Field } from './fields.ts';

/**
 * What a line of the course is about. `technical`: clocks that start and stop with their tasks, and messages; `refused`:
 * an attempt that the rules did not let pass; `access`: somebody looked at the reporter, or took the file away.
 */
export const LineKind = z.enum([
  'act',
  'request',
  'deadline',
  'reminder',
  'told',
  'task',
  'step',
  'record',
  'refused',
  'access',
  'technical',
]);
export type LineKind = z.infer<typeof LineKind>;

/**
 * One line of the course. `countsAt` is when the server had taken the act, `waitedMs` how long it then waited for its
 * turn; `since`: what had passed since the line before; `follows`: it came by itself with the line before.
 */
export const CourseLine = z.object({
  id: z.string(),
  seq: z.int().nullable(),
  kind: LineKind,
  at: z.string(),
  countsAt: z.string(),
  recordedAt: z.string().nullable(),
  by: Hand.nullable(),
  sentence: z.string(),
  fields: z.array(Field),
  waitedMs: z.number(),
  since: z.object({ ms: z.number(), workMs: z.number() }),
  follows: z.boolean(),
  policy: z.string(),
  command: z.string().nullable(),
});
export type CourseLine = z.infer<typeof CourseLine>;

const kinds: Readonly<Record<Event['type'], LineKind>> = {
  opened: 'act',
  stepEntered: 'step',
  taskOpened: 'task',
  taskClaimed: 'act',
  taskReleased: 'act',
  taskAssigned: 'act',
  taskCompleted: 'act',
  taskEnded: 'task',
  taskReopened: 'task',
  clockMoved: 'deadline',
  rungReached: 'deadline',
  cardLifted: 'deadline',
  asked: 'request',
  answered: 'request',
  urged: 'act',
  commented: 'act',
  noted: 'record',
  told: 'told',
  messageSent: 'technical',
  itemAdded: 'record',
  itemChanged: 'record',
  itemClosed: 'record',
  began: 'record',
  adopted: 'act',
  stopped: 'act',
  closed: 'act',
};

/** What an entry is about. */
export function kindOf({ event }: Entry): LineKind {
  if (event.type === 'clockMoved' && (event.why === 'started' || event.why === 'stopped')) return 'technical';
  if (event.type === 'rungReached' && (event.does === 'reminder' || event.isOvertaken)) return 'reminder';
  return kinds[event.type];
}
