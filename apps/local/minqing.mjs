import path from 'node:path';
import { checkMachine } from './build/machine.mjs';
import { prepareOrRefuse } from './build/prepare.mjs';
import { root } from './build/root.mjs';

// `npm run -s minqing -- <command>`: nothing on stdout but the command's own output; builds only when something changed.
process.chdir(root);
checkMachine();
const steps = ['generate', 'code', ...(process.argv[2] === 'rehearse' ? ['bundle'] : [])];
await prepareOrRefuse((line) => process.stderr.write(`${line}\n`), steps);
await import(path.join(root, 'dist', 'apps', 'local', 'run.js'));
