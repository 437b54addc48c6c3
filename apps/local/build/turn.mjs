import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The holder of the lock touches it every second; one that was not touched for so long has no holder. Milliseconds. */
const staleAfter = 60_000;

/**
 * Runs `work` while no other process installs or builds in this clone: two homes may be started at once.
 * @template T
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTurn(root, say, work) {
  const lock = path.join(root, '.cache', 'build.lock');
  mkdirSync(path.dirname(lock), { recursive: true });
  for (let tries = 0; !take(lock); tries++) {
    if (tries === 0 && isHeld(lock)) say('  another start is building; waiting for it');
    if (!isHeld(lock)) rmSync(lock, { force: true });
    await sleep(200);
  }
  const touch = setInterval(() => touchFile(lock), 1_000);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function touchFile(lock) {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {
    // somebody cleared the cache away; the build goes on
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false; // there already
  }
}

/** A number alone proves little: after a restart of the machine it may be anybody's. @param {string} lock */
function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0);
    return Date.now() - statSync(lock).mtimeMs < staleAfter;
  } catch {
    return false; // let go, or its holder is dead
  }
}
