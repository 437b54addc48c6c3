import { run } from './cli.ts';

// A command without building first: what `npm run minqing` and an image start.
process.exitCode = await run(process.argv.slice(2), process);
