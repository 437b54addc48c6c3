import { keepSecret } from './home.ts';
import type { Ground } from './ground.ts';
import { freePort } from './ports.ts';
import { serverAccount } from './postgres/account.ts';
import { addressOf, clusterPlan, ensureDatabase } from './postgres/cluster.ts';
import { dataFolder } from './postgres/place.ts';
import { findPrograms } from './postgres/programs.ts';

/** Starts the home's own PostgreSQL, unless DATABASE_URL names one that runs; answers the address of Minqing's database. */
export async function startDatabase({ settings, home, house }: Ground): Promise<string> {
  if (settings.databaseUrl !== undefined) return settings.databaseUrl;
  const account = serverAccount();
  const cluster = {
    programs: findPrograms(account),
    account,
    folder: dataFolder(home.folder, account),
    port: await freePort(),
    password: keepSecret(home, 'postgres.password', 24).toString('base64url'),
    log: home.log('postgres'),
  };
  await house.start(clusterPlan(cluster));
  return ensureDatabase(addressOf(cluster, 'postgres'), 'minqing');
}
