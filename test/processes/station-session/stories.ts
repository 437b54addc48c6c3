// All branches of a session, by where they lie.
import type { Story } from '../../process/branches/story.ts';
import { courses } from './courses.ts';
import { visits } from './visits.ts';

export const stories: readonly Story[] = [...visits, ...courses];
