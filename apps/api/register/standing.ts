import { z } from 'zod';

/** Whether a list shows what is there, what was ended, or both. */
export const Standing = z.enum(['standing', 'ended', 'all']).default('standing');
