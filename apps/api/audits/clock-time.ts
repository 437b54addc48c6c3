import { timeOf } from '../wire.ts';

/** A moment as people write it where they live, to the minute: `2026-03-05 14:20`. */
export const clockTime = (at: Date): string => timeOf(at).slice(0, 16).replace('T', ' ');
