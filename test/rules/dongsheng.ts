import { loadPolicy } from '../../policies/load.ts';

/** The default pack. */
export const dongsheng = await loadPolicy('dongsheng');
