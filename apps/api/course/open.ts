// Opening a process: update-with-start with a fixed id, so that it may be repeated at any time.
import { WithStartWorkflowOperation } from '@temporalio/client';
import { enterBegunMatter } from '../../../prisma/begun-matter.ts';
import type { StartPayload } from '../../../prisma/intake-row.ts';
import { policyInForce } from '../../../prisma/policies.ts';
import { record } from '../../../prisma/record.ts';
import { registered } from '../../../prisma/register/registered.ts';
import { processNamed } from '../../../workflows/catalog.ts';
import { PULL, workflowId } from '../../../workflows/process/contract.ts';
import type { Opening } from '../../../workflows/process/contract.ts';
import { snapshotOf } from '../../../workflows/rules/policy.ts';
import type { Course } from './course.ts';
import { joined } from './joining.ts';
import { carriedCalendar } from './policy-book.ts';
import { insist } from './send.ts';

/** A place for which nobody has put a pack in force: the matter waits until somebody does. */
export class NoPolicy extends Error {
  override readonly name = 'NoPolicy';
}

/** Begins the process of a matter (or finds it begun) and records its first entries. False: try again later. */
export async function openProcess(course: Course, id: string, payload: StartPayload): Promise<boolean> {
  const begins = await entered(course, id, payload);
  if (begins === undefined) return false;
  const opening = await openingOf(course, id, begins);
  const sent = await insist(course, () =>
    course.client.workflow.executeUpdateWithStart(PULL, {
      startWorkflowOperation: new WithStartWorkflowOperation(opening.process, {
        workflowId: workflowId(id),
        taskQueue: course.queue,
        args: [opening],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
      updateId: `open:${id}`,
      args: [0],
    }),
  );
  if (sent.kind !== 'answered') return false;
  await record(course.db, id, sent.answer.entries);
  return true;
}

/** A matter that another process begins has not passed the front door yet; one that follows another is told to it first. */
async function entered(course: Course, id: string, payload: StartPayload): Promise<StartPayload | undefined> {
  const isMatter = processNamed(payload.process).isMatter === true;
  if (isMatter && payload.facts['parent'] !== undefined) return enterBegunMatter(course.db, id, payload);
  return isMatter ? joined(course, id, payload) : payload;
}

async function openingOf(course: Course, id: string, payload: StartPayload): Promise<Opening> {
  const { process, place, receivedAt } = payload;
  const facts = { ...(await registered(course.db, payload)), ...payload.facts };
  const now = new Date();
  const inForce = await policyInForce(course.db.pool, place, now);
  if (inForce === undefined) throw new NoPolicy(`no policy is in force at ${place}`);
  const { policy, calendar } = inForce;
  const carried = carriedCalendar(calendar, new Date(receivedAt), now);
  return { id, process, place, policy: snapshotOf(policy, process), calendar: carried, receivedAt, facts };
}
