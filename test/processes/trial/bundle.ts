// What a bundle holds that knows the trial process besides all others.
export * from '../../../workflows/index.ts';
export { trial } from './workflow.ts';
