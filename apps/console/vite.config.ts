// Builds the console to dist/console; the API serves it. `vite dev` passes /api on to a running Minqing.
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const api = process.env['MINQING_API'] ?? 'http://127.0.0.1:8080';

/** What has to be there for the grid worker's pages to open without a network. */
const isOffline = /\/(main\.tsx|staff\/frame\.tsx|staff\/patrol\/[\w-]+\.tsx|text\/(zh|en)\/work\.ts)$/;

/** Names the files of the shell that the service worker keeps: these pages with all that they import. */
const shell = (): Plugin => ({
  name: 'shell',
  enforce: 'post', // after a part that is nothing but styles has been taken out of the bundle
  generateBundle(_options, bundle) {
    const files = new Set<string>();
    const take = (file: string): void => {
      const chunk = bundle[file];
      if (files.has(file) || chunk?.type !== 'chunk') return;
      for (const one of [file, ...(chunk.viteMetadata?.importedCss ?? [])]) files.add(one);
      chunk.imports.forEach(take);
    };
    for (const [file, part] of Object.entries(bundle))
      if (part.type === 'chunk' && (part.isEntry || isOffline.test(part.facadeModuleId ?? ''))) take(file);
    const source = JSON.stringify([...files].map((file) => `/${file}`));
    this.emitFile({ type: 'asset', fileName: 'shell.json', source });
  },
});

export default defineConfig({
  root,
  base: '/',
  plugins: [react(), shell()],
  server: { host: '127.0.0.1', proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/console', import.meta.url)),
    emptyOutDir: true,
    // One stylesheet and script per part of the console; the API lets browsers keep hashed files for a year.
    assetsDir: 'assets',
    sourcemap: false,
    // Says which part imports which; the weight of a first view is measured by it.
    manifest: true,
    chunkSizeWarningLimit: 1500,
  },
});
