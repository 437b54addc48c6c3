// All branches, by where in the course they lie.
import { assessment } from './assessment.ts';
import { extensions } from './extensions.ts';
import { following } from './following.ts';
import { handing } from './handing.ts';
import { intake } from './intake.ts';
import { leaving } from './leaving.ts';
import { ratings } from './ratings.ts';
import { returns } from './returns.ts';
import type { Story } from './story.ts';

export const stories: readonly (readonly [where: string, stories: readonly Story[]])[] = [
  ['in step 1', intake],
  ['before step 1', following],
  ['in step 3', [...returns, ...extensions, ...handing]],
  ['in steps 4 and 5', ratings],
  ['in step 6', assessment],
  ['beside the story', leaving],
];
