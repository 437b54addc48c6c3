import { createServer } from 'node:net';

/** Listens for a moment on `port` (0: the system chooses) and answers the port it got. Rejects when it is taken. */
function tryPort(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      const got = typeof address === 'object' && address ? address.port : port;
      probe.close(() => resolve(got));
    });
  });
}

/** A TCP port on loopback that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return tryPort(0, '127.0.0.1');
}

/** Whether somebody could listen on this port now. */
export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return tryPort(port, host).then(
    () => true,
    () => false,
  );
}
