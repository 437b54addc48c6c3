import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Client,
  Connection,
  isGrpcServiceError,
  ServiceError,
  WithStartWorkflowOperation,
} from '@temporalio/client';
import type { WorkflowHandle } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { record } from '../../prisma/record.ts';
import type { Actor } from '../../workflows/process/actor.ts';
import { Answer, PULL, TASK_QUEUE } from '../../workflows/process/contract.ts';
import type { Opening } from '../../workflows/process/contract.ts';
import { temporalAddress } from '../setup/temporal.ts';
import type { Town } from './town.ts';
import { eventually } from './eventually.ts';

/** A running process whose acts are recorded as the API does it: the answer's entries, in one transaction. */
export type Course = {
  handle: WorkflowHandle;
  act(name: string, actor: Actor, target: string | undefined, input: unknown): Promise<Answer>;
};

/** Asks in a namespace of its own: a worker of another test would record into another database. */
export type Asker = { client: Client; namespace: string; close: () => Promise<void> };

export async function openAsker(): Promise<Asker> {
  const connection = await Connection.connect({ address: await temporalAddress() });
  const namespace = `test-${randomUUID()}`;
  const workflowExecutionRetentionPeriod = msToTs('1 day');
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  const client = new Client({ connection, namespace });
  await eventually(() =>
    client.workflow.count().then(
      () => true,
      () => undefined,
    ),
  ); // every part of the server knows it
  return { client, namespace, close: () => connection.close() };
}

/** gRPC code 9 says that the worker let go of the process at this moment: the same Update is sent again, as the API does. */
async function insist(update: () => Promise<unknown>, tries = 10): Promise<unknown> {
  try {
    return await update();
  } catch (error) {
    const isLetGo =
      error instanceof ServiceError && isGrpcServiceError(error.cause) && error.cause.code === 9;
    if (!isLetGo || tries === 1) throw error;
    await pause(100);
    return insist(update, tries - 1);
  }
}

export async function startCourse({ client }: Asker, town: Town, opening: Opening): Promise<Course> {
  let seq = 0;
  const write = async (answer: Answer) => {
    ({ seq } = await record(town.db, opening.id, answer.entries));
    return answer;
  };
  const startWorkflowOperation = new WithStartWorkflowOperation(opening.process, {
    ...{ workflowId: opening.id, taskQueue: TASK_QUEUE, args: [opening] },
    ...{ workflowIdReusePolicy: 'REJECT_DUPLICATE', workflowIdConflictPolicy: 'USE_EXISTING' },
  });
  const open = { startWorkflowOperation, updateId: 'open', args: [0] as [number] };
  await write(Answer.parse(await client.workflow.executeUpdateWithStart(PULL, open)));
  const handle = client.workflow.getHandle(opening.id);
  return {
    handle,
    act: async (name, actor, target, input) => {
      const args: [unknown] = [{ actor, target, input, recorded: seq, waitedMs: 0 }];
      const updateId = randomUUID();
      const update = () => handle.executeUpdate<unknown, [unknown]>(name, { updateId, args });
      return write(Answer.parse(await insist(update)));
    },
  };
}

export const actor = (role: string, given: Partial<Actor>): Actor => ({
  ...{ person: null, role, unit: null, place: '', isHead: false, callBack: false },
  ...{ for: null, reporterOf: null, standsIn: false, ...given },
});

/** Who takes part in a matter of the town. */
export const cast = ({ ids }: Town, matter: string) => ({
  clerk: actor('community', {
    person: ids.clerk,
    unit: ids.community,
    place: '150602/150602001/150602001001',
  }),
  doer: actor('department', { person: ids.doer, unit: ids.office, place: '150602' }),
  supervisor: actor('supervisor', { person: ids.supervisor, place: '150602' }),
  reporter: actor('resident', { reporterOf: matter }),
  system: actor('system', {}),
});

export const triage = { importance: 1, urgency: 1, size: 'small', helpers: [], mode: 'team' };

/** The six steps with the fewest acts; `until` stops before the act of that name. */
export async function carry(course: Course, town: Town, matter: string, until?: string): Promise<void> {
  const { clerk, doer, reporter } = cast(town, matter);
  const acts: [string, Actor, string, unknown][] = [
    ['acceptMatter', clerk, 't1', { ...triage, lead: town.ids.office }],
    ['registerMatter', clerk, 't2', {}],
    ['submitResult', doer, 't3', { result: 'w:done', proof: [] }],
    ['acceptResult', clerk, 't4', {}],
    ['rateResult', reporter, 't5', { contacted: 'yes', solved: 'yes', satisfaction: 'satisfied' }],
    ['acceptScore', doer, 't6', {}],
  ];
  for (const [name, who, target, input] of acts) {
    if (name === until) return;
    await course.act(name, who, target, input);
  }
}
