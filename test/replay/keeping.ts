// The stored corpus: one history of every branch, kept when MINQING_RECORD_HISTORIES says so (test/replay/record.mjs).
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Kept } from './replay.ts';

const FOLDER = path.join(process.cwd(), 'test', 'replay', 'histories');
const ENDING = '.json.gz';

/** Keeps the history of a process under a name; does nothing in an ordinary run. */
export async function keep({ client }: { client: Client }, id: string, name: string): Promise<void> {
  if (process.env['MINQING_RECORD_HISTORIES'] !== 'on') return;
  const history = await client.workflow.getHandle(id).fetchHistory();
  await mkdir(FOLDER, { recursive: true });
  const text = JSON.stringify({ workflowId: id, history: JSON.parse(historyToJSON(history)) });
  await writeFile(path.join(FOLDER, name + ENDING), await promisify(gzip)(text, { level: 9 }));
}

/** What has been kept, by name. */
export async function keptHistories(): Promise<[name: string, kept: Kept][]> {
  const names = (await readdir(FOLDER)).filter((file) => file.endsWith(ENDING)).sort();
  return Promise.all(
    names.map(async (file): Promise<[string, Kept]> => {
      const text = await promisify(gunzip)(await readFile(path.join(FOLDER, file)));
      return [file.slice(0, -ENDING.length), JSON.parse(text.toString('utf8')) as Kept];
    }),
  );
}
