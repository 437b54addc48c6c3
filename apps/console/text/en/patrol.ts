import type { Same } from '../typed.ts';
import type { patrol as zh } from '../zh/patrol.ts';

export const patrol: Same<typeof zh> = {};
