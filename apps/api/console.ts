import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const ours = /^\/(api|health|metrics)(\/|$|\?)/;

/**
 * Serves the built console, and its first page for every address that is a page of it. Files with a hash in their name
 * are kept by browsers for a year. Without a built console there is only the API.
 */
export async function serveConsole(app: NestFastifyApplication, folder: string | undefined): Promise<void> {
  if (folder === undefined || !existsSync(path.join(folder, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: path.resolve(folder),
    wildcard: false,
    index: 'index.html',
    cacheControl: false,
    setHeaders: (reply, file) => {
      const isHashed = path.basename(path.dirname(file)) === 'assets';
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** Whether an address is a page of the console: what nobody serves, asked for by a browser that wants to read. */
export const isPage = (method: string, url: string, accept: string | undefined): boolean =>
  method === 'GET' && !ours.test(url) && (accept ?? '').includes('text/html');
