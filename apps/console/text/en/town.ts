import type { Same } from '../typed.ts';
import type { town as zh } from '../zh/town.ts';

export const town: Same<typeof zh> = {};
