// What tests need around them: one PostgreSQL cluster, one Temporal server, one workflow bundle and one console for the whole run.
// The desk stands in Jest's own process and starts each of them when the first test asks, so pure tests wait for nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Guard } from '../../apps/local/guard.ts';
import { serverAccount } from '../../apps/local/postgres/account.ts';
import { dataFolder } from '../../apps/local/postgres/place.ts';
import { buildConsole } from './console.ts';
import { startPostgres } from './postgres-server.ts';
import type { Surroundings } from './surroundings.ts';
import { startTemporal } from './temporal-server.ts';
import { buildBundle } from './workflow-bundle.ts';

export type Desk = { address: string; close: () => Promise<void> };

/** Opens the desk on a free port of loopback; `close` stops whatever was started and removes its files. */
export async function openDesk(root: string): Promise<Desk> {
  const place = mkdtempSync(path.join(tmpdir(), 'minqing-test-'));
  const surroundings: Surroundings = { root, place, parts: [], guard: new Guard(root) };
  const server = serve(
    new Map([
      ['/postgres', once(() => startPostgres(surroundings))],
      ['/temporal', once(() => startTemporal(surroundings))],
      ['/bundle', once(() => buildBundle(surroundings))],
      ['/console', once(() => buildConsole(surroundings))],
    ]),
  );
  return { address: await listen(server), close: () => close(server, surroundings) };
}

function serve(wishes: Map<string | undefined, () => Promise<string>>): Server {
  const server = createServer((request, answer) => {
    const give =
      wishes.get(request.url) ?? (() => Promise.reject(new Error(`The desk has no ${request.url}`)));
    give().then(
      (text) => answer.end(text),
      (error: unknown) => answer.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    );
  });
  server.keepAliveTimeout = 0; // a test that asks again must not meet a connection that is just being closed
  return server;
}

async function close(server: Server, { parts, guard, place }: Surroundings): Promise<void> {
  server.close();
  server.closeAllConnections();
  await Promise.all(parts.map((part) => part.stop()));
  guard.dismiss();
  const data = dataFolder(place, serverAccount()); // may lie outside
  for (const folder of [data, place]) rmSync(folder, { recursive: true, force: true });
}

function once(start: () => Promise<string>): () => Promise<string> {
  let started: Promise<string> | undefined;
  return () => (started ??= start());
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    });
  });
}
