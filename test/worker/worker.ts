import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import pino from 'pino';
import { readEnvironment } from '../../apps/worker/environment.ts';
import { work } from '../../apps/worker/work.ts';
import { workflowBundle } from '../setup/bundle.ts';
import { temporalAddress } from '../setup/temporal.ts';
import type { Town } from './town.ts';

/** What a worker for the town has to know, with its own key file; `environment` changes it. */
export async function surroundingsOf(town: Town, environment: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'minqing-worker-'));
  const key = path.join(folder, 'master.key');
  writeFileSync(key, town.key.toString('hex'));
  const variables = {
    ...{ DATABASE_URL: town.url, TEMPORAL_ADDRESS: await temporalAddress(), MINQING_MASTER_KEY_FILE: key },
    ...{
      MINQING_WORKFLOW_BUNDLE: (await workflowBundle()).codePath,
      MINQING_MAIL_FROM: 'minqing@town.example',
    },
    ...environment,
  };
  return { variables, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

let isQuiet = false;

/** Retries are what these tests are about: only errors are of interest. */
function quiet(): void {
  if (isQuiet) return;
  isQuiet = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
  });
}

/** A worker in this process; `stop` returns when it has done what it held, and throws what made it fall. */
export type Running = { stop: () => Promise<void> };

export async function startWorker(town: Town, environment: Record<string, string> = {}): Promise<Running> {
  const { variables, remove } = await surroundingsOf(town, environment);
  quiet();
  const stopping = new AbortController();
  const over = work(readEnvironment(variables), pino({ level: 'silent' }), stopping.signal);
  over.catch(() => undefined); // told by `stop`
  const stop = async () => {
    stopping.abort();
    await over;
    remove();
  };
  return { stop };
}
