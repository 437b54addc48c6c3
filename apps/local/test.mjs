import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkMachine } from './build/machine.mjs';
import { prepare } from './build/prepare.mjs';
import { root } from './build/root.mjs';

// `npm test [-- <part of a path> …]`: installs and builds what is missing, runs Jest once, and ends with one line that counts.

/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number }} Counts */

/** @param {string} report the file that Jest writes @returns {Promise<boolean>} whether Jest was content */
async function runJest(report) {
  const jest = path.join('node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
  const args = ['--json', `--outputFile=${report}`, ...process.argv.slice(2)];
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return code === 0;
}

/** A suite that cannot be run counts as one failure: its tests are not known. @param {string} report */
function countIn(report) {
  try {
    /** @type {Counts} */
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: counts.numPassedTests,
      failed: counts.numFailedTests + counts.numRuntimeErrorTestSuites,
      skipped: counts.numPendingTests + counts.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // Jest ended before it could write its report
  }
}

async function test() {
  const place = mkdtempSync(path.join(tmpdir(), 'minqing-report-'));
  try {
    await prepare((line) => process.stdout.write(`${line}\n`));
    const report = path.join(place, 'report.json');
    const isContent = await runJest(report);
    return { isContent, ...countIn(report) };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { isContent: false, passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

process.chdir(root);
checkMachine();
const { isContent, passed, failed, skipped } = await test();
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(isContent && failed === 0 && passed > 0 ? 0 : 1);
