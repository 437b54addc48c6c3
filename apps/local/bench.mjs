import path from 'node:path';
import { checkMachine } from './build/machine.mjs';
import { prepareOrRefuse } from './build/prepare.mjs';
import { root } from './build/root.mjs';

// `npm run bench`: builds what changed, then measures reads, acts and bundles (bench/run.ts).
process.chdir(root);
checkMachine();
await prepareOrRefuse((line) => process.stderr.write(`${line}\n`));
const { bench } = await import(path.join(root, 'dist', 'apps', 'local', 'bench', 'run.js'));
process.exitCode = await bench(root, process.argv.slice(2), process);
