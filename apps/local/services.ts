import { spawn } from 'node:child_process';
import path from 'node:path';
import { withLog } from './log.ts';
import type { Plan } from './part.ts';

/** One of our own programs, run from `dist` with what it has to know in its environment. */
export type Service = {
  name: string;
  /** The program, relative to the project's root. */
  program: string;
  root: string;
  log: string;
  environment: Record<string, string>;
} & Pick<Plan, 'isReady' | 'stopOrder' | 'stopWithin'>;

/** How a service runs as a part. It is on a leash: it stops by itself when the launcher is gone. */
export function servicePlan({ program, root, environment, ...service }: Service): Plan {
  const leash = path.join(root, 'dist', 'apps', 'local', 'leash.js');
  const flags = ['--enable-source-maps', '--import', leash];
  return {
    ...service,
    readyWithin: 60_000,
    stopSignal: 'SIGTERM',
    spawn: () =>
      withLog(service.log, (descriptor) =>
        spawn(process.execPath, [...flags, path.join(root, program)], {
          cwd: root,
          env: { ...process.env, ...environment },
          detached: true, // a Ctrl-C in the terminal is the launcher's to answer
          stdio: ['ignore', descriptor, descriptor, 'ipc'],
        }),
      ),
  };
}

/** Whether `url` answers with success. */
export async function isHealthy(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
