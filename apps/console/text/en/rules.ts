import type { Same } from '../typed.ts';
import type { rules as zh } from '../zh/rules.ts';

export const rules: Same<typeof zh> = {};
