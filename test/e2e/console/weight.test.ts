import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { askDesk } from '../../setup/ask-desk.ts';

const Part = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
});

const START = 'index.html';

describe('what a first view loads', () => {
  let web = '';
  let parts: Record<string, z.infer<typeof Part>>;

  beforeAll(async () => {
    web = await askDesk('console');
    const manifest = readFileSync(path.join(web, '.vite/manifest.json'), 'utf8');
    parts = z.record(z.string(), Part).parse(JSON.parse(manifest));
  });

  /** A part with all that it imports at once, and what those import. */
  function whole(name: string, known = new Set<string>()): Set<string> {
    if (known.has(name)) return known;
    known.add(name);
    for (const next of parts[name]?.imports ?? []) whole(next, known);
    return known;
  }

  /** Kilobytes (1,000 bytes) of script as they travel. */
  function weight(names: readonly string[]): number {
    const files = new Set(names.flatMap((name) => [...whole(name)]).map((name) => parts[name]?.file ?? ''));
    const bytes = [...files].map((file) => gzipSync(readFileSync(path.join(web, file))).length);
    return bytes.reduce((sum, n) => sum + n, 0) / 1000;
  }

  /** The pages below a folder that are heavier than they may be, with what they weigh. */
  const heavier = (folder: string, most: number, ...around: string[]) =>
    (parts[START]?.dynamicImports ?? [])
      .filter((page) => page.startsWith(folder))
      .map((page) => [page, Math.round(weight([START, ...around, page]))] as const)
      .filter(([, kilobytes]) => kilobytes > most);

  it('is below 200 kB of script for residents', () => {
    expect(weight([START])).toBeGreaterThan(50);
    expect(heavier('resident/', 200)).toEqual([]);
  });

  it.each(['zh', 'en'])('is below 500 kB of script for people at work (%s)', (language) => {
    const around = ['staff/frame.tsx', `text/${language}/work.ts`];
    expect(weight([START, ...around])).toBeGreaterThan(100);
    expect(heavier('staff/', 500, ...around)).toEqual([]);
  });
});
