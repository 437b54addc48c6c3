import { askDesk } from './ask-desk.ts';

/** The run's workflow bundle, in the form that a worker takes as `workflowBundle`. */
export async function workflowBundle(): Promise<{ codePath: string }> {
  return { codePath: await askDesk('bundle') };
}
