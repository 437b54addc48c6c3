import { checkMachine } from './build/machine.mjs';
import { prepareOrRefuse } from './build/prepare.mjs';
import { root } from './build/root.mjs';

// `npm run build [-- <step> …]`: installs and builds what is missing or out of date; all steps, or those named.
process.chdir(root);
checkMachine();
const only = process.argv.slice(2);
await prepareOrRefuse((line) => process.stdout.write(`${line}\n`), only.length > 0 ? only : undefined);
