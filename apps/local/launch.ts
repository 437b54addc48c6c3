import path from 'node:path';
import { startDatabase } from './database.ts';
import { seedOnce } from './demo.ts';
import type { Ground } from './ground.ts';
import type { Plan } from './part.ts';
import { step } from './progress.ts';
import { isHealthy, servicePlan } from './services.ts';
import type { Settings } from './settings.ts';
import { environmentOf } from './service-environment.ts';
import { isPolled } from './temporal/polled.ts';
import { startTemporal } from './temporal/start.ts';

/** Brings everything up in order and answers the address that people open. Throws with a sentence when a part does not come. */
export async function launch(ground: Ground): Promise<string> {
  const { say } = ground;
  const [databaseUrl, temporalAddress] = await Promise.all([
    step('starting PostgreSQL', say, () => startDatabase(ground)),
    step('starting Temporal', say, () => startTemporal(ground)),
  ]);
  await step('bringing the database up to date', say, () => migrateTo(databaseUrl));
  const environment = environmentOf(ground, databaseUrl, temporalAddress);
  await step('starting the worker and the API', say, () => startServices(ground, environment));
  await seedOnce(ground, environment);
  return urlOf(ground.settings);
}

async function migrateTo(databaseUrl: string): Promise<void> {
  const { migrate } = await import('../../prisma/migrate.ts');
  await migrate(databaseUrl);
}

/** Both come up side by side; the API stops first, then the worker when it has finished what it holds. */
export async function startServices(ground: Ground, environment: Record<string, string>): Promise<void> {
  const { TEMPORAL_ADDRESS: address = '', TEMPORAL_NAMESPACE: namespace = '' } = environment;
  const services = [
    { name: 'worker', isReady: () => isPolled(address, namespace), stopOrder: 2, stopWithin: 4_500 },
    {
      name: 'API',
      isReady: () => isHealthy(`${urlOf(ground.settings)}/health/ready`),
      stopOrder: 1,
      stopWithin: 2_000,
    },
  ];
  await Promise.all(services.map((service) => startService(ground, environment, service)));
}

type Traits = Pick<Plan, 'name' | 'isReady' | 'stopOrder' | 'stopWithin'>;

async function startService(
  { root, home, house }: Ground,
  environment: Record<string, string>,
  traits: Traits,
) {
  const app = traits.name.toLowerCase();
  const program = path.join('dist', 'apps', app, 'main.js');
  await house.start(servicePlan({ ...traits, program, root, environment, log: home.log(app) }));
}

/** The address for a browser on this machine. */
export function urlOf({ host, port }: Settings): string {
  const reachable = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
