import { spawnSync } from 'node:child_process';
import { openDesk } from './desk.ts';

/** Has the database client generated and opens the desk, before the first test; global-teardown.ts closes it after the last. */
export default async function openForAll(_run: unknown, project: { rootDir: string }): Promise<void> {
  const { status } = spawnSync(process.execPath, ['apps/local/build.mjs', 'generate'], {
    cwd: project.rootDir,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The database client could not be generated.');
  const desk = await openDesk(project.rootDir);
  process.env.MINQING_TEST_DESK = desk.address;
  Object.assign(globalThis, { closeDesk: desk.close });
}
