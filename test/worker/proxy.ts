import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';

/** A way to a server that can be cut: every connection drops and no new one comes through, until it is mended. */
export type Proxy = { host: string; cut(): void; mend(): void; close(): Promise<void> };

export async function openProxy(target: { host: string; port: number }, isOpen = true): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const hold = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    return socket;
  };
  let passes = isOpen;
  const server = createServer((inner) => {
    hold(inner);
    if (!passes) return inner.destroy();
    const outer = hold(connect(target.port, target.host));
    inner.pipe(outer).pipe(inner);
    inner.on('close', () => outer.destroy());
    outer.on('close', () => inner.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const drop = () => sockets.forEach((socket) => socket.destroy());
  return {
    host: `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    cut: () => {
      passes = false;
      drop();
    },
    mend: () => {
      passes = true;
    },
    close: async () => {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The same database, by way of a proxy in front of it. */
export async function databaseBehind(url: string, isOpen = true): Promise<{ url: string; proxy: Proxy }> {
  const behind = new URL(url);
  const proxy = await openProxy({ host: behind.hostname, port: Number(behind.port) }, isOpen);
  behind.host = proxy.host;
  return { url: behind.href, proxy };
}

/** Temporal by way of a proxy. */
export async function temporalBehind(address: string, isOpen = true): Promise<Proxy> {
  const [host = '', port] = address.split(':');
  return openProxy({ host, port: Number(port) }, isOpen);
}
