import type { Same } from '../typed.ts';
import type { charts as zh } from '../zh/charts.ts';

export const charts: Same<typeof zh> = {};
