import type { Entry } from '../entry.ts';

export const townEntries: readonly Entry[] = [];
