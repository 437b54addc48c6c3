// A rehearsal: a whole course of a process on a server of its own, in a folder that is gone afterwards. Here that server
// is put up; town.ts and plan.ts say who plays what, each file of phases/ plays a phase, and invariants.ts judges.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { migrate } from '../../../prisma/migrate.ts';
import { readKeyring } from '../../../prisma/seal.ts';
import { Born } from '../born.ts';
import { startDatabase } from '../database.ts';
import type { Ground } from '../ground.ts';
import { startServices, urlOf } from '../launch.ts';
import { inPassingHome } from '../passing-home.ts';
import { freePort } from '../ports.ts';
import { step } from '../progress.ts';
import type { Say } from '../progress.ts';
import { environmentOf } from '../service-environment.ts';
import { findTemporal } from '../temporal/executable.ts';
import { temporalPlan } from '../temporal/server.ts';

/** The server of a rehearsal, standing. `parts`: the numbers of its processes, by name. */
export type Stage = {
  url: string;
  db: Database;
  client: Client;
  parts: () => ReadonlyMap<string, number>;
  folder: string;
};

/**
 * Time can be skipped in one process alone. Ten acts in flight at one process are the server's own limit, and the eleventh
 * makes it forget the other ten: a whole subdistrict claims at once.
 */
const FLAGS = ['frontend.WorkflowTimeSkippingEnabled=true', 'history.maxInFlightUpdates=1000'];
/** Everybody comes from one address, and every process is kept in memory. */
const SERVICES = { MINQING_LIMIT_FACTOR: '100000', MINQING_LOG_LEVEL: 'warn', MINQING_WORKER_CACHE: '1500' };

/** Puts the server up, lets `play` have it, and takes it down again, with its folder unless that is to be kept. */
export function onStage<T>(
  root: string,
  say: Say,
  { keep }: { keep: boolean },
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  return inPassingHome({ root, name: 'rehearsal', keep, say }, (ground) => put(ground, play));
}

async function put<T>(ground: Ground, play: (stage: Stage) => Promise<T>): Promise<T> {
  const { say, settings, home, house } = ground;
  const [databaseUrl, address] = await step('starting PostgreSQL and Temporal', say, () =>
    Promise.all([startDatabase(ground), startTemporal(ground)]),
  );
  await migrate(databaseUrl);
  const environment = { ...environmentOf(ground, databaseUrl, address), ...SERVICES };
  await step('starting the worker and the API', say, () => startServices(ground, environment));
  const db = openDatabase(databaseUrl, { keys: readKeyring([home.file('master.key')]) });
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection, namespace: settings.namespace });
    const parts = () => partsIn(home.file('processes.json'));
    return await play({ url: urlOf(settings), db, client, parts, folder: home.folder });
  } finally {
    // Where everything stops already, calls are still in the air, and the process ends by itself.
    if (!house.isStopping) await Promise.all([db.close(), connection.close()]);
  }
}

/** In memory: a rehearsal is not gone on with. */
async function startTemporal({ root, home, house, say }: Ground): Promise<string> {
  const program = await findTemporal(path.join(root, '.cache'), (line) => say(`    ${line}`));
  const port = await freePort();
  await house.start(temporalPlan({ program, port, log: home.log('temporal'), flags: FLAGS }));
  return `127.0.0.1:${port}`;
}

function partsIn(file: string): Map<string, number> {
  const known = z.record(z.string(), Born).parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(Object.entries(known).map(([name, { pid }]) => [name, pid]));
}
