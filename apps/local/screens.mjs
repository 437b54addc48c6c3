import path from 'node:path';
import { checkMachine } from './build/machine.mjs';
import { prepareOrRefuse } from './build/prepare.mjs';
import { root } from './build/root.mjs';

// `npm run screens`: builds what changed, then makes a picture of every page (screens/run.ts).
process.chdir(root);
checkMachine();
await prepareOrRefuse((line) => process.stdout.write(`${line}\n`));
const { screens } = await import(path.join(root, 'dist', 'apps', 'local', 'screens', 'run.js'));
process.exitCode = await screens(root, process.argv.slice(2));
