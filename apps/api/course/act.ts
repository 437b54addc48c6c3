// A person's act: command first, then the Update, then the record, then the answer.
import { z } from 'zod';
import { Actor } from '../../../workflows/process/actor.ts';
import type { ActCall } from '../../../workflows/process/contract.ts';
import { inTransaction } from '../../../prisma/client.ts';
import type { Tx } from '../../../prisma/client.ts';
import { openCommand, settle } from '../../../prisma/commands.ts';
import type { Command, Outcome } from '../../../prisma/commands.ts';
import { record } from '../../../prisma/record.ts';
import type { Course } from './course.ts';
import { send } from './send.ts';
import type { Refused } from './send.ts';

/** What is kept of an act so that it can be repeated: ids, codes and references to sealed words. */
export const ActBody = z.object({
  act: z.string(),
  target: z.string().optional(),
  actor: Actor,
  colleague: z.array(Actor).optional(),
  input: z.json(),
});
export type ActBody = z.infer<typeof ActBody>;

/** An act as the door takes it. `raw` is the plain input; `body` seals it inside the command's transaction. */
export interface NewAct {
  readonly key: string;
  readonly subjectId: string;
  readonly process: string;
  readonly name: string;
  readonly raw: unknown;
  readonly body: (tx: Tx) => Promise<ActBody>;
}

export type Acted =
  | { readonly kind: 'accepted'; readonly command: string; readonly seq: number }
  | { readonly kind: 'rejected'; readonly command: string; readonly refusal: Refused }
  | { readonly kind: 'unknown'; readonly command: string }
  /** The key belongs to another body. */
  | { readonly kind: 'conflict' };

const Accepted = z.object({ seq: z.int() });
const Rejected = z.object({ kind: z.string(), code: z.string(), facts: z.record(z.string(), z.json()) });

/** Below this an act has not waited: it counts at the workflow's own time. Milliseconds. */
const NO_WAIT = 1_000;

/** Does an act once, however often it is sent. Throws DatabaseAway (503); nothing is lost then. */
export async function act(course: Course, given: NewAct): Promise<Acted> {
  const { key, subjectId, process: processId, name, raw, body: stored } = given;
  const opened = await openCommand(course.db, { key, subjectId, processId, name, raw, stored });
  if (opened.kind === 'conflict') return { kind: 'conflict' };
  const { command } = opened;
  return isFinal(command.outcome) ? told(command.id, command.outcome) : perform(course, command);
}

const isFinal = (outcome: Outcome | undefined): outcome is Outcome =>
  outcome !== undefined && outcome.status !== 'unknown';

/** Sends the Update of a command and writes down what came of it; the sweeper does the same again later. */
export async function perform(course: Course, command: Command, patience?: number): Promise<Acted> {
  const body = ActBody.parse(command.body);
  const message = { process: command.processId, name: body.act, updateId: command.id };
  const sent = await send(course, { ...message, argument: await callOf(course, command, body) }, patience);
  if (sent.kind === 'answered') {
    const { entries, refusal } = sent.answer;
    if (refusal !== undefined) return reject(course, command, refusal, entries);
    return accept(course, command, entries);
  }
  if (sent.kind === 'refused') return reject(course, command, sent.refusal, []);
  if (sent.kind === 'absent' && (await hasBegun(course, command.processId))) {
    return reject(course, command, { kind: 'NotNow', code: 'processEnded', facts: {} }, []);
  }
  return leaveOpen(course, command);
}

async function callOf(course: Course, command: Command, body: ActBody): Promise<ActCall> {
  const { actor, target, colleague, input } = body;
  const waited = Date.now() - command.receivedAt.getTime();
  const recorded = await recordedSeq(course, command.processId);
  return { actor, target, colleague, input, recorded, waitedMs: waited < NO_WAIT ? 0 : waited };
}

async function recordedSeq(course: Course, process: string): Promise<number> {
  const { rows } = await course.db.pool.query<{ seq: number }>('select seq from process where id = $1', [
    process,
  ]);
  return rows[0]?.seq ?? 0;
}

const hasBegun = async (course: Course, process: string): Promise<boolean> =>
  (await recordedSeq(course, process)) > 0;

async function accept(course: Course, { id, processId }: Command, entries: Entries): Promise<Acted> {
  const seq = entries.at(-1)?.seq ?? (await recordedSeq(course, processId));
  await record(course.db, processId, entries, { commandId: id, status: 'accepted', answer: { seq } });
  return { kind: 'accepted', command: id, seq };
}

async function reject(
  course: Course,
  { id, processId }: Command,
  refusal: Refused,
  entries: Entries,
): Promise<Acted> {
  await record(course.db, processId, entries, { commandId: id, status: 'rejected', answer: refusal });
  return { kind: 'rejected', command: id, refusal };
}

async function leaveOpen(course: Course, { id }: Command): Promise<Acted> {
  await inTransaction(course.db, (tx) => settle(tx, id, 'unknown', {}));
  return { kind: 'unknown', command: id };
}

type Entries = Parameters<typeof record>[2];

/** What a repetition is told. */
export function told(command: string, { status, answer }: Outcome): Acted {
  if (status === 'accepted') return { kind: 'accepted', command, seq: Accepted.parse(answer).seq };
  if (status === 'rejected') return { kind: 'rejected', command, refusal: Rejected.parse(answer) };
  return { kind: 'unknown', command };
}
