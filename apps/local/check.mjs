import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './build/child.mjs';
import { checkMachine } from './build/machine.mjs';
import { prepareOrRefuse } from './build/prepare.mjs';
import { root } from './build/root.mjs';

// `npm run check`: types, lint, format, unused code, side by side; a line for each, and what is wrong below it.

/** @typedef {{ name: string, program: string, args: string[], needs?: string }} Tool */

const projects = ['.', 'workflows', 'apps/local', 'apps/console'];

/** @type {Tool[]} */
const tools = [
  ...projects.map(types),
  { name: 'lint', program: 'oxlint/bin/oxlint', args: [] },
  {
    name: 'format',
    program: 'prettier/bin/prettier.cjs',
    args: ['--check', '--cache', '--cache-location', '.cache/prettier', '.'],
  },
  {
    name: 'unused code',
    program: 'knip/bin/knip.js',
    args: ['--no-progress', '--cache', '--cache-location', '.cache/knip'],
  },
];

/** @param {string} folder @returns {Tool} */
function types(folder) {
  const memory = path.join('.cache', `types-${folder.replaceAll('/', '-')}.tsbuildinfo`);
  const config = path.join(folder, 'tsconfig.json');
  return {
    name: folder === '.' ? 'types' : `types of ${folder}`,
    program: 'typescript/bin/tsc',
    needs: config,
    args: ['--project', config, '--incremental', '--tsBuildInfoFile', memory],
  };
}

/** @param {Tool} tool @returns {Promise<boolean>} whether it found nothing wrong */
async function isClean({ name, program, args }) {
  const start = performance.now();
  const verdict = await run(process.execPath, [path.join('node_modules', program), ...args], {
    cwd: root,
  }).then(
    () => '',
    (/** @type {Error} */ error) => error.message,
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${verdict ? 'failed' : 'ok    '}  ${name}, ${seconds} s\n`);
  if (verdict) process.stdout.write(`${verdict}\n`);
  return verdict === '';
}

process.chdir(root);
checkMachine();
await prepareOrRefuse((line) => process.stdout.write(`${line}\n`), ['generate']);
const waiting = tools.filter(({ needs = '.' }) => existsSync(needs));
/** @type {boolean[]} */
const verdicts = [];
// two at a time: the machine that this has to be quick on has two cores
const line = async () => {
  for (let tool = waiting.shift(); tool; tool = waiting.shift()) verdicts.push(await isClean(tool));
};
await Promise.all([line(), line()]);
if (verdicts.includes(false)) process.exitCode = 1;
