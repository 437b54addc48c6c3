// One Update to one process, repeated with the same id until Temporal has given its answer.
import {
  ApplicationFailure,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import { Facts } from '../../../workflows/process/event.ts';
import { Answer, workflowId } from '../../../workflows/process/contract.ts';
import type { Course } from './course.ts';
import { Turns } from './turns.ts';

/** A rule's no, as the API's problem table knows it. */
export type Refused = NonNullable<Answer['refusal']>;

export type Sent =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusal: Refused }
  /** There is no such process, or it has ended. */
  | { readonly kind: 'absent' }
  /** Temporal has not said: the same Update may be sent again at any time. */
  | { readonly kind: 'unknown' };

/** Milliseconds: how long one call may take, how long all of them together, and the pauses between. */
const CALL = 10_000;
const PATIENCE = 8_000;
const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 1_000;

/** Below the ten that the server allows, so that others who ask the same process find room. */
const turns = new Turns(8);

const VIOLATIONS = ['RuleViolation', 'NotYours', 'NotNow', 'BadInput'];

/** Name, id and argument of an Update. */
export interface Message {
  readonly process: string;
  readonly name: string;
  readonly updateId: string;
  readonly argument: unknown;
}

/** Sends an Update. Worker evictions and deaths show as gRPC code 9 or a deadline; both are sent again. */
export const send = (course: Course, message: Message, patience = PATIENCE): Promise<Sent> =>
  turns.take(message.process, () =>
    insist(
      course,
      async () => {
        const handle = course.client.workflow.getHandle(workflowId(message.process));
        const { name, updateId, argument } = message;
        return handle.executeUpdate(name, { updateId, args: [argument] });
      },
      patience,
    ),
  );

/** Repeats a call that may be repeated, until it is answered or the patience is used up. */
export async function insist(
  course: Course,
  call: () => Promise<unknown>,
  patience = PATIENCE,
): Promise<Sent> {
  const end = Date.now() + patience;
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    try {
      const answer = await course.client.connection.withDeadline(
        Math.min(Date.now() + CALL, end + CALL),
        call,
      );
      return answered(Answer.parse(answer));
    } catch (error) {
      const final = finalWord(error);
      if (final !== undefined) return final;
      if (Date.now() + wait > end) return { kind: 'unknown' };
      await pause(wait);
    }
  }
}

const answered = (answer: Answer): Sent => ({ kind: 'answered', answer });

/** What an error says for good; undefined when the call is worth repeating. Throws what nobody expects. */
function finalWord(error: unknown): Sent | undefined {
  if (error instanceof WorkflowUpdateFailedError) return { kind: 'refused', refusal: refusalIn(error) };
  if (error instanceof WorkflowNotFoundError) return { kind: 'absent' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || error instanceof ServiceError)
    return undefined;
  throw error;
}

function refusalIn(error: WorkflowUpdateFailedError): Refused {
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure)) throw error;
  // A rule's no has the name of a violation; anything else is a fault of the code, and nobody's mistake (500).
  if (!VIOLATIONS.includes(cause.type ?? '')) throw error;
  const facts = Facts.safeParse(cause.details?.[0]);
  return { kind: cause.type ?? 'RuleViolation', code: cause.message, facts: facts.data ?? {} };
}
