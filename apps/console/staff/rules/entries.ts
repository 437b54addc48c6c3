import type { Entry } from '../entry.ts';

export const ruleEntries: readonly Entry[] = [];
