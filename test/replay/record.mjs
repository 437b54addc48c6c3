// Tells every branch once more and keeps its history in test/replay/histories, for good: a running process may only be
// changed by patched() (style.md), so what is kept here must replay in every later version. Existing ones are replaced,
// which is right only before the first release, or when a branch is new.
import { spawnSync } from 'node:child_process';

const files = [
  ...['branches', 'ladder', 'lateness'].map((name) => `test/process/${name}.test.ts`),
  ...['common-problem', 'station-session'].map((name) => `test/processes/${name}/stories.test.ts`),
  ...['claim-task', 'livelihood', 'quarterly-claim'].map((name) => `test/processes/${name}/course.test.ts`),
  ...['supervision/course', 'whistle/course'].map((name) => `test/processes/${name}.test.ts`),
];
const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules`.trim();
const env = { ...process.env, NODE_OPTIONS, MINQING_RECORD_HISTORIES: 'on' };
const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', ...files], {
  env,
  stdio: 'inherit',
});
process.exit(status ?? 1);
