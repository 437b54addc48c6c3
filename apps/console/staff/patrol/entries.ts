import type { Entry } from '../entry.ts';

export const patrolEntries: readonly Entry[] = [];
