import { setTimeout as pause } from 'node:timers/promises';
import { inTransaction } from '../../../prisma/client.ts';
import type { Tx } from '../../../prisma/client.ts';
import { openCommandIn, settle } from '../../../prisma/commands.ts';
import { newId } from '../../../prisma/id.ts';
import { onceId } from '../../../prisma/once-id.ts';
import type { StartPayload } from '../../../prisma/intake-row.ts';
import { done, file } from '../../../prisma/outbox.ts';
import { BadInput, RuleViolation } from '../../../workflows/rules/violation.ts';
import type { Course } from '../course/course.ts';
import { openProcess } from '../course/open.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { sealed } from './filling.ts';
import { comeTo } from './standing.ts';
import type { Coming, Standing } from './standing.ts';

/**
 * Takes in what is to begin, in one transaction that needs no Temporal: command, sealed words, the errand to start it,
 * and the answer; then tries to begin it at once, so that whoever did it can read it. Answers its id. Throws NotFound,
 * Malformed, BadInput, NotYours, NotNow (no town here runs it), and what the entrance refuses.
 */
export async function beginProcess(course: Course, subject: Subject, coming: Coming): Promise<string> {
  const standing = await comeTo(course, subject, coming);
  const { id, payload } = await inTransaction(course.db, (tx) => takeIn(tx, standing));
  if (payload !== undefined) await tryToOpen(course, id, payload);
  return id;
}

/** What came of it: its id, and what is to be started unless it was taken in before. */
type Taken = { id: string; payload?: StartPayload };

async function takeIn(tx: Tx, standing: Standing): Promise<Taken> {
  const { course, subject, definition, entrance, actor, key, input, planned, threshold } = standing;
  const { place: where = '', once } = planned instanceof RuleViolation ? {} : planned;
  const id = once === undefined ? newId() : await onceId(tx, where, once.at, once.names);
  const isThere = once !== undefined && (await isTakenIn(tx, id));
  const opened = await openCommandIn(tx, course.db.keys, {
    ...{ key, subjectId: nameOf(subject), processId: id, name: `open ${definition.name}`, begins: true },
    raw: { entrance: entrance.name, input },
    stored: async () => {
      if (planned instanceof RuleViolation) throw planned;
      const saying = { process: id, name: entrance.name, authorId: subject.personId };
      const kept = isThere ? {} : await sealed(tx, course.db.keys, entrance.input, { input, saying });
      return { entrance: entrance.name, actor, input: kept };
    },
  });
  if (opened.kind === 'conflict') throw new BadInput('idempotency-key-reused');
  if (opened.kind === 'same') return { id: opened.command.processId };
  await settle(tx, opened.command.id, 'accepted', { id });
  if (isThere) return { id };
  const { place, facts } = entrance.begin(actor, opened.body.input, threshold);
  const receivedAt = opened.command.receivedAt.toISOString();
  const payload: StartPayload = { process: definition.name, place, receivedAt, facts };
  await file(tx, [{ id: `start:${id}`, lane: 'start', processId: id, payload }]);
  await tx.query(`select pg_notify('minqing', $1)`, [JSON.stringify({ process: id })]);
  return { id, payload };
}

/** What can begin once only was begun before, or is about to. */
async function isTakenIn(tx: Tx, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from process where id = $1 union all select 1 from outbox where id = 'start:' || $1::uuid`,
    [id],
  );
  return rowCount !== null && rowCount > 0;
}

/** Whoever begins something waits this long for it; then the relay goes on alone. Milliseconds. */
const PATIENCE = 3_000;

async function tryToOpen(course: Course, id: string, payload: StartPayload): Promise<void> {
  const waiting = new AbortController();
  const patience = pause(PATIENCE, undefined, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([open(course, id, payload), patience]);
  waiting.abort();
}

/** The errand stays where it does not work out. */
async function open(course: Course, id: string, payload: StartPayload): Promise<void> {
  try {
    if (await openProcess(course, id, payload)) await done(course.db.pool, `start:${id}`);
  } catch (error) {
    course.log.warn({ err: error, process: id }, 'could not begin at once');
  }
}
