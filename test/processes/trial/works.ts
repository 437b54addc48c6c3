import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { loadCalendar, loadPolicy } from '../../../policies/load.ts';
import { loadPolicies } from '../../../prisma/policies.ts';
import { record } from '../../../prisma/record.ts';
import { catalog } from '../../../workflows/catalog.ts';
import { openHouse } from '../../api/house.ts';
import type { House } from '../../api/house.ts';
import type { Json, Visitor } from '../../api/visitor.ts';
import { hush } from '../../process/crew.ts';
import { temporalAddress } from '../../setup/temporal.ts';
import { trial } from './definition.ts';

/** A town hall whose town runs the trial process as well. Nothing but its line in the catalogue and in the bundle is new. */
export type TrialWorks = House & {
  /** Waits until something is so. */
  until: <T>(look: () => Promise<T | undefined>) => Promise<T>;
  /** Follows one action by its name, found at an address, as somebody. */
  does: (who: Visitor, at: string, name: string, input?: object) => Promise<Json>;
};

type Shipment = { process: string; entries: Parameters<typeof record>[2] };

/** `more`: the numbers of other processes that the town runs too. */
export async function openTrialWorks(more: Record<string, object> = {}): Promise<TrialWorks> {
  Reflect.set(catalog, trial.name, trial);
  hush();
  const address = await temporalAddress();
  const queue = `trial-${randomUUID()}`;
  const house = await openHouse({ environment: { TEMPORAL_ADDRESS: address, MINQING_TASK_QUEUE: queue } });
  const policy = await loadPolicy('dongsheng');
  const running = { ...policy, version: 'trial', processes: { ...more, trial: { prepare: '2wd-eod' } } };
  const inForce = { policy: running, calendar: await loadCalendar('cn') };
  await loadPolicies(house.db, [inForce], new Date('2018-01-01'));
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    ...{ connection, taskQueue: queue, identity: 'a worker of a test', shutdownGraceTime: '1 second' },
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('./bundle.ts', import.meta.url)),
      logger: new DefaultLogger('ERROR'),
    }),
    activities: {
      record: async ({ process, entries }: Shipment) => void (await record(house.db, process, entries)),
    },
  });
  const working = worker.run();
  const close = async () => {
    worker.shutdown();
    await working;
    await connection.close();
    await house.close();
    Reflect.deleteProperty(catalog, trial.name);
  };
  return { ...house, close, until, does };
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 400; i += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never was so');
}

async function does(who: Visitor, at: string, name: string, input: object = {}): Promise<Json> {
  const { body } = await who.get(at);
  const action = body.actions.find((one: { name: string }) => one.name === name);
  if (action === undefined)
    throw new Error(
      `${name} is not among ${body.actions.map((one: { name: string }) => one.name).join(', ')}`,
    );
  const done = await who.post(action.href, input);
  if (![200, 201].includes(done.status))
    throw new Error(`${name}: ${done.status} ${JSON.stringify(done.body)}`);
  return done.body;
}
