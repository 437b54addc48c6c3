// Ends the parts of a launcher that was killed: they run in groups of their own and would stay for ever.
// Each line on stdin is the whole list of them; the end of stdin is the launcher's death, or its good-bye with an empty list.
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {{ pid: number, signal: NodeJS.Signals, order: number }} Ward the lower order stops first */

/** How long the parts of one order may take to stop before they are killed, ms. */
const patience = 4_000;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

/** @type {Ward[]} */
let wards = [];
for await (const line of createInterface({ input: process.stdin })) wards = JSON.parse(line);
for (const order of [...new Set(wards.map((ward) => ward.order))].sort((a, b) => a - b))
  await end(wards.filter((ward) => ward.order === order));

/** @param {Ward[]} group */
async function end(group) {
  for (const { pid, signal } of group) tell(pid, signal);
  for (const start = Date.now(); Date.now() - start < patience; await sleep(50)) {
    if (!group.some(({ pid }) => tell(pid, 0))) return;
  }
  for (const { pid } of group) tell(pid, 'SIGKILL');
}

/** Whether there is still such a process. @param {number} pid @param {NodeJS.Signals | 0} signal */
function tell(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
