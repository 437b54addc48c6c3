import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Surroundings } from './surroundings.ts';

/** The console as it is now, built once into the run's own folder; answers that folder. */
export async function buildConsole({ root, place }: Surroundings): Promise<string> {
  const folder = path.join(place, 'console');
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const flags = ['--config', 'apps/console/vite.config.ts', '--outDir', folder, '--logLevel', 'error'];
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' };
  const child = spawn(process.execPath, [vite, 'build', ...flags], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (text) => said.push(String(text)));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The console could not be built:\n${said.join('')}`);
  return folder;
}
