import type { Guard } from '../../apps/local/guard.ts';
import { Part, type Plan, type Watch } from '../../apps/local/part.ts';

/** The servers of one test run, the folder for their files, and the guard that ends them when the run is killed. */
export type Surroundings = { root: string; place: string; parts: Part[]; guard: Guard };

/** Starts a server for the run. One that falls is started again; the tests that used it show it. */
export async function startPart({ parts, guard }: Surroundings, plan: Plan): Promise<void> {
  const watch: Watch = {
    onSpawn: (plan, child) => guard.watch(plan, child),
    onFall: () => undefined,
    onReturn: () => undefined,
    onGiveUp: () => undefined,
  };
  const part = new Part(plan, watch);
  parts.push(part);
  await part.start();
}
