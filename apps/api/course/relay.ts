// The relay: carries errands out of the outbox to Temporal, for as long as it takes.
import { z } from 'zod';
import { done, failed, take } from '../../../prisma/outbox.ts';
import type { Lane, Taken } from '../../../prisma/outbox.ts';
import { StartPayload } from '../../../prisma/intake-row.ts';
import { record } from '../../../prisma/record.ts';
import { Facts } from '../../../workflows/process/event.ts';
import type { ActCall } from '../../../workflows/process/contract.ts';
import type { Course } from './course.ts';
import { isToBegin, mergedInto, system } from './heir.ts';
import { openProcess } from './open.ts';
import { send } from './send.ts';

/** Errands taken at a time; as many are carried at once. */
const HANDFUL = 20;

/** The longest pause between two tries of one errand. Seconds. */
const LONGEST = 30;

/** What one process tells another, as its journal says it. */
const Message = z.object({ to: z.uuid(), act: z.string(), input: Facts });

/** Carries one errand; says why it could not be carried yet, or nothing when it is done. */
type Carry = (course: Course, errand: Taken) => Promise<string | undefined>;

const start: Carry = async (course, { processId, payload }) =>
  (await openProcess(course, processId, StartPayload.parse(payload)))
    ? undefined
    : 'Temporal has not answered';

/**
 * Delivered as an Update with the errand's own id: however often it is carried, it happens once. A process that has
 * been merged into another meanwhile hands it on, so that a reporter who follows is never left behind.
 */
const message: Carry = async (course, { id, payload }) => {
  const { to, act, input } = Message.parse(payload);
  const argument: ActCall = { actor: system, input, recorded: 0, waitedMs: 0 };
  const asked = new Set<string>(); // two that were merged into each other in the same moment lead round in a circle
  let process: string | undefined = to;
  while (process !== undefined && !asked.has(process)) {
    asked.add(process);
    const sent = await send(course, { process, name: act, updateId: id, argument });
    if (sent.kind === 'unknown') return 'Temporal has not answered';
    if (sent.kind === 'answered') {
      await record(course.db, process, sent.answer.entries);
      return undefined;
    }
    if (await isToBegin(course, process)) return 'the process has not begun yet';
    process = await mergedInto(course, process);
  }
  course.log.info({ errand: id, to, act }, 'message not taken: the process has ended');
  return undefined;
};

const carriers: Readonly<Record<'start' | 'message', Carry>> = { start, message };

/** Carries what is due in a lane; says how many were taken. */
export async function relay(course: Course, lane: keyof typeof carriers & Lane): Promise<number> {
  const taken = await take(course.db, lane, HANDFUL);
  await Promise.all(taken.map((errand) => carry(course, carriers[lane], errand)));
  return taken.length;
}

async function carry(course: Course, carrier: Carry, errand: Taken): Promise<void> {
  try {
    const trouble = await carrier(course, errand);
    if (trouble === undefined) await done(course.db.pool, errand.id);
    else await failed(course.db.pool, errand.id, trouble, LONGEST);
  } catch (error) {
    course.log.error({ errand: errand.id, error }, 'errand failed');
    await failed(course.db.pool, errand.id, error instanceof Error ? error.name : 'unknown fault', LONGEST);
  }
}
