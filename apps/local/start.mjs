import path from 'node:path';
import { checkMachine } from './build/machine.mjs';
import { prepareOrRefuse } from './build/prepare.mjs';
import { root } from './build/root.mjs';

// `npm start`: checks the machine, installs and builds what is missing, then starts the house (main.ts).
process.chdir(root);
checkMachine();
await prepareOrRefuse((line) => process.stdout.write(`${line}\n`));
const { main } = await import(path.join(root, 'dist', 'apps', 'local', 'main.js'));
await main(root);
