import { NativeConnection } from '@temporalio/worker';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { readEnvironment } from '../../../apps/api/environment.ts';
import { createApi } from '../../../apps/api/serve.ts';
import { opening } from '../../../apps/worker/processes/opening.ts';
import { tryPack } from '../../../policies/load.ts';
import { loadPolicies } from '../../../prisma/policies.ts';
import { record } from '../../../prisma/record.ts';
import type { Shipment } from '../../../workflows/process/contract.ts';
import { livingTown } from '../../prisma/small-town.ts';
import { hire, hush } from '../../process/crew.ts';
import { askDesk } from '../../setup/ask-desk.ts';
import { temporalAddress } from '../../setup/temporal.ts';

export type TownHall = Awaited<ReturnType<typeof openTownHall>>;

/** The small town with its API, console and worker behind one port. */
export async function openTownHall() {
  hush();
  const folder = mkdtempSync(path.join(tmpdir(), 'minqing-console-'));
  const web = await askDesk('console');
  writeFileSync(path.join(folder, 'master.key'), randomBytes(32).toString('hex'));
  const town = await livingTown();
  await loadPolicies(town.db, [await tryPack('dongsheng')], new Date('2018-01-01'));
  const address = await temporalAddress();
  const queue = `console-${randomUUID()}`;
  const api = await createApi(
    readEnvironment({
      DATABASE_URL: town.url,
      TEMPORAL_ADDRESS: address,
      MINQING_TASK_QUEUE: queue,
      MINQING_MASTER_KEY_FILE: path.join(folder, 'master.key'),
      MINQING_WEB_DIR: web,
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
  const worker = await hire({ connection, queue, cache: 100, records });
  return {
    url: await api.getUrl(),
    town,
    async close() {
      await api.close();
      await worker.dismiss();
      await connection.close();
      await town.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
