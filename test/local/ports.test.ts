import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort, isFree } from '../../apps/local/ports.ts';

describe('ports', () => {
  it('are free until somebody listens', async () => {
    const port = await freePort();
    expect(await isFree(port)).toBe(true);
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(await isFree(port)).toBe(false);
    server.close();
  });
});
