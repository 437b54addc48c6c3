import path from 'node:path';
import { keepSecret } from './home.ts';
import type { Ground } from './ground.ts';

/** What the API, the worker and the seed have to know, as environment variables. Makes the home's master key when it has none. */
export function environmentOf(
  { root, settings, home }: Ground,
  databaseUrl: string,
  temporalAddress: string,
): Record<string, string> {
  keepSecret(home, 'master.key');
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: settings.namespace,
    MINQING_PORT: String(settings.port),
    MINQING_HOST: settings.host,
    MINQING_HOME: home.folder,
    MINQING_MASTER_KEY_FILE: home.file('master.key'),
    MINQING_WEB_DIR: path.join(root, 'dist', 'console'),
  };
}
