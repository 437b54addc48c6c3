import type { Entry } from '../entry.ts';

export const adminEntries: readonly Entry[] = [];
