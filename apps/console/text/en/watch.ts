import type { Same } from '../typed.ts';
import type { watch as zh } from '../zh/watch.ts';

export const watch: Same<typeof zh> = {};
