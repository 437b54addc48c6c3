import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Surroundings } from './surroundings.ts';

/** Bundles the workflows from their source; answers the path of the file. */
export async function buildBundle({ root, place }: Surroundings): Promise<string> {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const workflowsPath = path.join(root, 'workflows', 'index.ts');
  const shared = path.join(root, 'workflows', 'preload.ts');
  const logger = new DefaultLogger('WARN');
  const { code } = await bundleWorkflowCode({ workflowsPath, preloadModules: [shared], logger });
  const file = path.join(place, 'workflow-bundle.js');
  writeFileSync(file, code);
  return file;
}
