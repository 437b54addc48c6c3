// Loaded before the API and the worker (`node --import`): a part whose launcher is gone stops by itself.

const patience = 8_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), patience).unref();
});
process.channel?.unref(); // the leash alone keeps nobody running
