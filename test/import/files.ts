// What the tests of the import are made with: files in a folder of their own, and the command as a person calls it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { importFile } from '../../apps/local/commands/import.ts';

export const folder = mkdtempSync(path.join(tmpdir(), 'minqing-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file and answers its path. */
export function written(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** Calls `minqing import` on the database of this test; `counts` is what it says on stdout. */
export async function runImport(...argv: string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const [out, err] = [text(stdout), text(stderr)];
  const code = await importFile(argv, { stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  const lines = (await out).split('\n').filter((line) => line !== '');
  return { code, counts: lines.map((line) => JSON.parse(line))[0], said: await err };
}
