import { NativeConnection } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { opening } from '../../apps/worker/processes/opening.ts';
import { tryPack } from '../../policies/load.ts';
import { loadPolicies } from '../../prisma/policies.ts';
import { record } from '../../prisma/record.ts';
import { hire } from '../process/crew.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import type { Visitor } from './visitor.ts';

/** A whole town hall: the API over HTTP, a town with its packs, Temporal and a worker. */
export type Works = House & {
  /** Waits until a matter's process has begun. */
  begun: (id: string) => Promise<void>;
  /** Sends the worker home: Temporal takes acts, and nobody answers them. */
  rest: () => Promise<void>;
  /** Follows one action of a matter, by its name, as somebody. */
  does: (who: Visitor, matter: string, name: string, input?: object) => Promise<void>;
};

export async function openWorks(): Promise<Works> {
  const address = await temporalAddress();
  const queue = `api-${randomUUID()}`;
  const house = await openHouse({ environment: { TEMPORAL_ADDRESS: address, MINQING_TASK_QUEUE: queue } });
  await loadPolicies(house.db, [await tryPack('dongsheng')], new Date('2018-01-01'));
  const connection = await NativeConnection.connect({ address });
  const records = {
    record: async ({ process, entries }: Shipment) => void (await record(house.db, process, entries)),
    ...opening(house.db, pino({ level: 'silent' })),
  };
  const worker = await hire({ connection, queue, cache: 50, records });
  let isAtWork = true;
  const rest = async () => {
    if (isAtWork) await worker.dismiss();
    isAtWork = false;
  };
  const close = async () => {
    await rest();
    await connection.close();
    await house.close();
  };
  return { ...house, close, rest, begun: (id) => untilBegun(house, id), does };
}

type Shipment = { process: string; entries: Parameters<typeof record>[2] };
type Offered = { name: string; href: string };

async function does(who: Visitor, matter: string, name: string, input: object = {}): Promise<void> {
  const { body } = await who.get(`/api/v1/matters/${matter}`);
  const offered: Offered[] = body.actions;
  const action = offered.find((one) => one.name === name);
  if (action === undefined)
    throw new Error(`${name} is not among ${offered.map((one) => one.name).join(', ')}`);
  const done = await who.post(action.href, input);
  if (done.status !== 200) throw new Error(`${name}: ${done.status} ${JSON.stringify(done.body)}`);
}

async function untilBegun({ db }: House, id: string): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    const { rowCount } = await db.pool.query('select 1 from process where id = $1', [id]);
    if (rowCount === 1) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${id} has not begun`);
}
