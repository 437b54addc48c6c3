import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compile } from '../../apps/local/build/compile.mjs';

/** The worker's program, compiled into a folder of its own, so that a build of the house is not touched. */
export type Program = { start: (environment: Record<string, string>) => Started; remove: () => void };

/** A running program and all that it has said so far. */
export type Started = { child: ChildProcess; said: () => string; ended: Promise<number | null> };

export async function compileProgram(): Promise<Program> {
  const root = mkdtempSync(path.join(tmpdir(), 'minqing-program-'));
  for (const name of ['workflows', 'policies', 'prisma', 'apps', 'node_modules', 'package.json'])
    symlinkSync(path.resolve(name), path.join(root, name));
  await compile(root);
  return {
    start: (environment) => start(root, environment),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function start(root: string, environment: Record<string, string>): Started {
  const child = spawn(process.execPath, [path.join(root, 'dist', 'apps', 'worker', 'main.js')], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const streams = [child.stdout, child.stderr].flatMap((stream) => stream ?? []);
  for (const stream of streams) stream.on('data', (piece: Buffer) => (said += piece.toString()));
  // Not 'close': that never comes after the parent has disconnected.
  const ended = Promise.all([once(child, 'exit'), ...streams.map((stream) => once(stream, 'end'))]);
  return { child, said: () => said, ended: ended.then(([[code]]) => code) };
}
