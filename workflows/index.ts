// The heart: rules, the kit, and the processes. This is the bundle's entry, one line per process;
// the exported name is the workflow type. `opening` is what a schedule starts.
export { opening } from './process/opening.ts';
export { claimTask as 'claim-task' } from './processes/claim-task/workflow.ts';
export { commonProblem as 'common-problem' } from './processes/common-problem/workflow.ts';
export { livelihood } from './processes/livelihood/workflow.ts';
export { quarterlyClaim as 'quarterly-claim' } from './processes/quarterly-claim/workflow.ts';
export { sixStep as 'six-step' } from './processes/six-step/workflow.ts';
export { stationSession as 'station-session' } from './processes/station-session/workflow.ts';
export { supervision } from './processes/supervision/workflow.ts';
export { whistle } from './processes/whistle/workflow.ts';
