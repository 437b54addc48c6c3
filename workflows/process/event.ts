// What can happen in a process. An entry of the journal is one event with its place and time; the course
// of every process can be computed again from its entries alone.
import { z } from 'zod';
import { Clock } from '../rules/clock.ts';
import { Performer } from './actor.ts';

/** Named values that survive JSON: what forms hold and what a process notes. */
export const Facts = z.record(z.string(), z.json());
export type Facts = z.infer<typeof Facts>;

/** The same values without what is not there (`undefined`). */
export const factsOf = (values: object): Facts => Facts.parse(JSON.parse(JSON.stringify(values)));

/** Id of a task, clock, card or request within its process: a letter and a running number. */
const LocalId = z.string().regex(/^[a-z]+\d*$/);

/** What a ladder does on a rung. */
export const Deed = z.enum(['reminder', 'yellow', 'red', 'letter']);
export type Deed = z.infer<typeof Deed>;

export const RequestKind = z.enum(['return', 'extension', 'suspension', 'reassignment']);
export type RequestKind = z.infer<typeof RequestKind>;

/** How a task ended when nobody completed it. */
export const Ending = z.enum(['returned', 'reassigned', 'cancelled', 'expired', 'excused', 'stopped']);
export type Ending = z.infer<typeof Ending>;

const event = <N extends string, S extends z.ZodRawShape>(type: N, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

export const Event = z.discriminatedUnion('type', [
  event('opened', {
    id: z.uuid(),
    process: z.string(),
    place: z.string(),
    policy: z.strictObject({ name: z.string(), version: z.string() }),
    calendar: z.strictObject({ id: z.string(), version: z.string() }),
    facts: Facts,
  }),
  event('stepEntered', { step: z.string() }),
  event('taskOpened', {
    task: LocalId,
    kind: z.string(),
    step: z.string(),
    performer: Performer,
    clock: Clock.nullable(),
    /** The task that this one decides about. */
    about: LocalId.optional(),
    /** The reporter whom it concerns, by their matter. */
    reporter: z.uuid().optional(),
    /** The item that it concerns. */
    item: LocalId.optional(),
    isBinding: z.boolean().optional(),
    isWindow: z.boolean().optional(),
  }),
  event('taskClaimed', { task: LocalId }),
  event('taskReleased', { task: LocalId }),
  /** Handed to a colleague by name. `for`: whom he stands in for; `from`: who held it until then. */
  event('taskAssigned', {
    task: LocalId,
    to: z.uuid(),
    for: z.uuid().optional(),
    from: z.uuid().optional(),
    words: z.string().optional(),
  }),
  event('taskCompleted', { task: LocalId, outcome: z.string(), form: Facts }),
  event('taskEnded', { task: LocalId, how: Ending, reason: z.string().optional() }),
  /** A result was sent back: the task is open again and its clock runs on with what was left. */
  event('taskReopened', { task: LocalId, clock: Clock.nullable(), reason: z.string().optional() }),
  event('clockMoved', {
    clock: Clock,
    why: z.enum(['started', 'paused', 'resumed', 'extended', 'stopped', 'recomputed']),
  }),
  event('rungReached', {
    clock: LocalId,
    task: LocalId.optional(),
    rung: z.string(),
    does: Deed,
    at: z.iso.datetime(),
    noticeAt: z.iso.datetime(),
    isOvertaken: z.boolean(),
    to: z.array(z.string()),
    channels: z.array(z.string()),
    card: LocalId.optional(),
    unit: z.uuid().nullable(),
    replyDueAt: z.iso.datetime().optional(),
  }),
  event('cardLifted', { card: LocalId, reason: z.string() }),
  event('asked', { request: LocalId, kind: RequestKind, task: LocalId, decision: LocalId, form: Facts }),
  event('answered', { request: LocalId, isGranted: z.boolean() }),
  event('urged', { task: LocalId, words: z.string() }),
  event('commented', { words: z.string(), task: LocalId.optional() }),
  /** A fact of the process itself, under a name that its contract knows. */
  event('noted', { what: z.string(), facts: Facts, words: z.string().optional() }),
  /** The reporter of `matter` is told something, by the channel they asked for. */
  event('told', { matter: z.uuid(), what: z.string(), facts: Facts }),
  /** Another process is told something: delivered by the relay as an Update with a fixed id. */
  event('messageSent', { to: z.uuid(), act: z.string(), input: Facts }),
  /**
   * One more thing on the process's list: something said, a need, a letter. `series` names the numbers of which
   * recording gives it the next one, without gaps.
   */
  event('itemAdded', { item: LocalId, kind: z.string(), facts: Facts, series: z.string().optional() }),
  /** What is said here replaces what was said before; what is not said stays. */
  event('itemChanged', { item: LocalId, what: z.string(), facts: Facts, words: z.string().optional() }),
  event('itemClosed', { item: LocalId, ending: z.string(), words: z.string().optional() }),
  /** Another process begins because of this one, for one of its items where it says so; `isTold`: it hears how this one ends. */
  event('began', {
    id: z.uuid(),
    process: z.string(),
    place: z.string(),
    facts: Facts,
    item: LocalId.optional(),
    isTold: z.boolean().optional(),
  }),
  /** From here on another version of the policy or the calendar counts; the clocks that it moves follow as entries. */
  event('adopted', {
    policy: z.strictObject({ name: z.string(), version: z.string() }),
    calendar: z.strictObject({ id: z.string(), version: z.string() }),
    words: z.string(),
  }),
  /** The course was ended from outside: withdrawn, cancelled. */
  event('stopped', { ending: z.string(), words: z.string().optional() }),
  event('closed', { ending: z.string() }),
]);
export type Event = z.infer<typeof Event>;

/** Who is written into the record: ids only. */
export const Author = z.strictObject({
  person: z.uuid().nullable(),
  role: z.string(),
  unit: z.uuid().nullable(),
  for: z.uuid().nullable().optional(),
  isStandIn: z.boolean().optional(),
});
export type Author = z.infer<typeof Author>;

/** One line of the journal. `at` is the workflow's time; the act itself counts from `at - waitedMs`. */
export const Entry = z.strictObject({
  seq: z.int().min(1),
  at: z.iso.datetime(),
  waitedMs: z.int().min(0).optional(),
  by: Author.optional(),
  event: Event,
});
export type Entry = z.infer<typeof Entry>;

/** When the act counts: at the moment the server took it (practice.md, fine point 15). */
export const countsAt = (entry: Entry): Date => new Date(Date.parse(entry.at) - (entry.waitedMs ?? 0));
