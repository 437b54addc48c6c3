import type { Same } from '../typed.ts';
import type { desk as zh } from '../zh/desk.ts';

export const desk: Same<typeof zh> = {};
