import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, fullPrint, quickPrint } from './fingerprint.mjs';

/**
 * What one build step reads and writes, relative to the project's root.
 * @typedef {{ name: string, inputs: string[], output: string }} Made
 */

/**
 * Whether the step's output is there and was made from the inputs as they are now.
 * @param {string} root @param {Made} made
 */
export function isFresh(root, made) {
  const file = stampOf(root, made);
  if (!existsSync(path.join(root, made.output)) || !existsSync(file)) return false;
  const stamp = JSON.parse(readFileSync(file, 'utf8'));
  const files = filesBelow(root, made.inputs);
  if (stamp.quick === quickPrint(root, files)) return true;
  if (stamp.full !== fullPrint(root, files)) return false;
  markFresh(root, made, takePrint(root, made));
  return true;
}

/**
 * The inputs' fingerprint, to be taken before a step runs: what is changed while it runs is built by the next one.
 * @param {string} root @param {Made} made
 */
export function takePrint(root, made) {
  const files = filesBelow(root, made.inputs);
  return { quick: quickPrint(root, files), full: fullPrint(root, files) };
}

/** @param {string} root @param {Made} made @param {{ quick: string, full: string }} print */
export function markFresh(root, made, print) {
  const file = stampOf(root, made);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(print));
}

/** @param {string} root @param {Made} made */
function stampOf(root, made) {
  return path.join(root, 'dist', '.made', `${made.name}.json`);
}
