// The heart: rules, the kit, and the processes. This is the bundle's entry, one line per process;
// the exported name is the workflow type.
export { sixStep as 'six-step' } from './processes/six-step/workflow.ts';
