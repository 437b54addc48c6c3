// A worker in a process of its own, to be killed: it only runs workflows. Said by the environment: TEMPORAL_ADDRESS,
// QUEUE, BUNDLE, CACHE. Ends with whoever started it.
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const { TEMPORAL_ADDRESS: address, QUEUE: taskQueue, BUNDLE: codePath, CACHE } = process.env;

process.on('disconnect', () => process.exit(0));
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
});
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  taskQueue,
  workflowBundle: { codePath },
  maxCachedWorkflows: Number(CACHE),
  stickyQueueScheduleToStartTimeout: '1 second',
});
process.send('at work');
await worker.run();
