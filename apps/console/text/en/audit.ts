import type { Same } from '../typed.ts';
import type { audit as zh } from '../zh/audit.ts';

export const audit: Same<typeof zh> = {};
