import { chmodSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../apps/local/ports.ts';
import { serverAccount } from '../../apps/local/postgres/account.ts';
import { addressOf, clusterPlan } from '../../apps/local/postgres/cluster.ts';
import { dataFolder } from '../../apps/local/postgres/place.ts';
import { findPrograms } from '../../apps/local/postgres/programs.ts';
import { startPart, type Surroundings } from './surroundings.ts';

/** Nothing of a test's database has to survive a power cut. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=400'];

/** Starts the cluster of this run; answers the address of its first database, for the owner of everything. */
export async function startPostgres(surroundings: Surroundings): Promise<string> {
  const { place } = surroundings;
  chmodSync(place, 0o755); // PostgreSQL's account has to walk through
  const account = serverAccount();
  const folder = dataFolder(place, account);
  const log = path.join(place, 'postgres.log');
  const port = await freePort();
  const cluster = { programs: findPrograms(account), account, folder, port, password: 'test', log, settings };
  await startPart(surroundings, clusterPlan(cluster));
  return addressOf(cluster, 'postgres');
}
