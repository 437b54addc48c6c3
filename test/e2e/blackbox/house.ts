// The whole thing behind one port: API, worker, relay and sweeper on real servers, seen only from outside.
import { NativeConnection } from '@temporalio/worker';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { readEnvironment } from '../../../apps/api/environment.ts';
import { createApi } from '../../../apps/api/serve.ts';
import { loadCalendar, loadPolicy } from '../../../policies/load.ts';
import { loadTown } from '../../../prisma/catalogue.ts';
import { loadPolicies } from '../../../prisma/policies.ts';
import { opening } from '../../../apps/worker/processes/opening.ts';
import { record } from '../../../prisma/record.ts';
import type { Town } from '../../../prisma/town.ts';
import type { Shipment } from '../../../workflows/process/contract.ts';
import { hire } from '../../process/crew.ts';
import { PASSWORD, livingTown } from '../../prisma/small-town.ts';
import { temporalAddress } from '../../setup/temporal.ts';
import { Client } from './client.ts';

export type WholeHouse = Awaited<ReturnType<typeof openWholeHouse>>;

/** `more`: who else is in the town, all with the same password, given as its hash. */
export async function openWholeHouse(more?: (passwordHash: string) => Town) {
  const town = await livingTown();
  const { passwordHash } = await town.db.prisma.person.findUniqueOrThrow({ where: { account: 'resident' } });
  const added = await loadTown(town.db, more?.(passwordHash) ?? {});
  const inForce = { policy: await loadPolicy('dongsheng'), calendar: await loadCalendar('cn') };
  await loadPolicies(town.db, [inForce], new Date('2018-01-01'));
  const folder = mkdtempSync(path.join(tmpdir(), 'minqing-house-'));
  writeFileSync(path.join(folder, 'master.key'), randomBytes(32).toString('hex'));
  const queue = `blackbox-${randomUUID()}`;
  const address = await temporalAddress();
  const api = await createApi(
    readEnvironment({
      DATABASE_URL: town.url,
      TEMPORAL_ADDRESS: address,
      MINQING_TASK_QUEUE: queue,
      MINQING_MASTER_KEY_FILE: path.join(folder, 'master.key'),
      MINQING_LOG_LEVEL: 'error',
      MINQING_LIMIT_FACTOR: '1000',
    }),
  );
  await api.listen(0, '127.0.0.1');
  const connection = await NativeConnection.connect({ address });
  const records = {
    record: async ({ process, entries }: Shipment) => void (await record(town.db, process, entries)),
    ...opening(town.db, pino({ level: 'silent' })),
  };
  const hand = await hire({ connection, queue, cache: 100, records });
  const anonymous = new Client((await api.getUrl()).replace('[::1]', '127.0.0.1'));

  return {
    town,
    anonymous,
    /** Ids of units and people, of the small town and of what was added to it. */
    unit: (code: string) => added.units.get(code) ?? town.unit(code),
    person: (account: string) => added.people.get(account) ?? town.person(account),
    signIn: (account: string) => anonymous.signIn(account, PASSWORD),
    async close() {
      await api.close();
      await hand.dismiss();
      await connection.close();
      await town.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
