import type { Same } from '../typed.ts';
import type { admin as zh } from '../zh/admin.ts';

export const admin: Same<typeof zh> = {};
