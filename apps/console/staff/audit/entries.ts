import type { Entry } from '../entry.ts';

export const auditEntries: readonly Entry[] = [];
