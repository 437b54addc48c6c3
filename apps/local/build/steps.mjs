import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './child.mjs';
import { compile, places } from './compile.mjs';

/**
 * One step of the build: what it reads, what it makes, how.
 * @typedef {import('./stamp.mjs').Made & { title: string, make: (root: string) => Promise<unknown> }} Step
 */

/** Every step is made anew when the packages or the build itself change. */
const always = ['package-lock.json', 'apps/local/build'];

/** @type {Step} */
const generate = {
  name: 'generate',
  title: 'generating the database client',
  inputs: [...always, 'prisma.config.ts', 'prisma/schema.prisma'],
  output: 'prisma/generated',
  make: generateClient,
};

/** @type {Step} */
const code = {
  name: 'code',
  title: 'compiling the server',
  inputs: [...always, ...places],
  output: 'dist/apps/local/main.js',
  make: compile,
};

/** @type {Step} */
const bundle = {
  name: 'bundle',
  title: 'bundling the workflows',
  inputs: [...always, 'workflows'],
  output: 'dist/workflow-bundle.js',
  make: bundleWorkflows,
};

/** @type {Step} */
const console = {
  name: 'console',
  title: 'building the console',
  inputs: [...always, 'workflows', 'apps/console'],
  output: 'dist/console',
  make: buildConsole,
};

/** All steps, in stages: the steps of a stage run side by side. */
export const stages = [[generate], [code, bundle, console]];

/**
 * Prisma's command line fetches an engine before every command; `generate` does not need one, so it is given a program that is there.
 * @param {string} root
 */
function generateClient(root) {
  const cli = path.join(root, 'node_modules', 'prisma', 'build', 'index.js');
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  return run(process.execPath, [cli, 'generate'], { cwd: root, env });
}

/** @param {string} root */
async function bundleWorkflows(root) {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const workflowsPath = path.join(root, 'workflows', 'index.ts');
  const shared = path.join(root, 'workflows', 'preload.ts');
  const logger = new DefaultLogger('WARN');
  const { code } = await bundleWorkflowCode({ workflowsPath, preloadModules: [shared], logger });
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(path.join(root, 'dist', 'workflow-bundle.js'), code);
}

/** @param {string} root */
function buildConsole(root) {
  const config = path.join('apps', 'console', 'vite.config.ts');
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  return run(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], { cwd: root });
}
