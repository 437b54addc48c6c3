import type { Entry } from '../entry.ts';

export const chartEntries: readonly Entry[] = [];
