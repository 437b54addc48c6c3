import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Folders that hold what is made, not what it is made from. */
const made = new Set(['node_modules', 'dist', 'generated', '.cache', '.minqing']);

/**
 * All files below the given files and folders, sorted; what does not exist is left out.
 * @param {string} root
 * @param {string[]} places relative to root
 * @returns {string[]} relative to root
 */
export function filesBelow(root, places) {
  return places.flatMap((place) => walk(root, place)).sort();
}

/** @param {string} root @param {string} place @returns {string[]} */
function walk(root, place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [place];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const inside = path.join(place, entry.name);
    if (entry.isDirectory()) return made.has(entry.name) ? [] : walk(root, inside);
    return [inside];
  });
}

/**
 * A quick fingerprint by names, sizes and times of change. Equal means unchanged.
 * @param {string} root @param {string[]} files
 */
export function quickPrint(root, files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(path.join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}

/**
 * A fingerprint by content, for when the times differ (a fresh checkout, a branch changed and changed back).
 * @param {string} root @param {string[]} files
 */
export function fullPrint(root, files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}
