import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './child.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

const attempts = 3;

/**
 * Whether node_modules holds what package-lock.json asks for. Its hash beside the packages answers at once; without one (somebody
 * ran npm by hand) the versions are compared, and the hash is put there.
 * @param {string} root
 */
export function isInstalled(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const stamp = stampOf(root);
  const hash = hashOf(lock);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || !holdsAll(JSON.parse(lock), JSON.parse(readFileSync(installed, 'utf8'))))
    return false;
  writeFileSync(stamp, hash);
  return true;
}

/**
 * Installs the packages exactly as package-lock.json names them; a broken connection is answered by another attempt.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function install(root, say) {
  const { program, first } = npm();
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  rmSync(stampOf(root), { force: true });
  for (let attempt = 1; ; attempt++) {
    try {
      await run(program, args, { cwd: root });
      break;
    } catch (error) {
      const advice = 'npm could not install the packages. Check the network and the disk, then start again.';
      if (attempt === attempts) throw new Error(`${advice}\n${String(error)}`, { cause: error });
      say('    npm failed; trying once more');
    }
  }
  writeFileSync(stampOf(root), hashOf(readFileSync(path.join(root, 'package-lock.json'), 'utf8')));
}

/** @param {Lock} wanted @param {Lock} there */
function holdsAll(wanted, there) {
  return Object.entries(wanted.packages).every(
    ([name, { version, optional, devOptional }]) =>
      name === '' ||
      there.packages[name]?.version === version ||
      (!there.packages[name] && (optional || devOptional)),
  );
}

/** The npm that runs us, else the one on PATH. */
function npm() {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? { program: process.execPath, first: [own] } : { program: 'npm', first: [] };
}

/** @param {string} root */
function stampOf(root) {
  return path.join(root, 'node_modules', '.installed-from');
}

/** @param {string} text */
function hashOf(text) {
  return createHash('sha256').update(text).digest('hex');
}
