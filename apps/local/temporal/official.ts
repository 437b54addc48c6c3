import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { chmodSync, renameSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const Offer = z.object({ archiveUrl: z.url(), fileToExtract: z.string() });
const names = { x64: 'amd64', arm64: 'arm64' };

/** Fetches the official release, as @temporalio/testing does it, and puts the program at `target`. Throws on any failure. */
export async function downloadOfficial(release: string, place: string, target: string): Promise<void> {
  const arch = process.arch === 'arm64' ? names.arm64 : names.x64;
  const question = `https://temporal.download/cli/v${release}?arch=${arch}&platform=${process.platform}`;
  const offer = Offer.parse(await (await ask(question, 10_000)).json());
  const archive = path.join(place, 'archive.tar.gz');
  const body = await (await ask(offer.archiveUrl, 300_000)).arrayBuffer();
  await writeFile(archive, new Uint8Array(body));
  await run('tar', ['-xzf', archive, '-C', place, offer.fileToExtract]);
  const program = path.join(place, offer.fileToExtract);
  chmodSync(program, 0o755);
  renameSync(program, target);
}

async function ask(url: string, within: number): Promise<Response> {
  const { host } = new URL(url);
  const answer = await fetch(url, { signal: AbortSignal.timeout(within) }).catch((cause: unknown) => {
    throw new Error(`${host} cannot be reached`, { cause });
  });
  if (!answer.ok) throw new Error(`${host} answered ${answer.status}`);
  return answer;
}
