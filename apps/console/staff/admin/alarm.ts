import { z } from 'zod';

/** How one part of the house stands, in the reader's language. */
export const Alarm = z.object({
  name: z.string(),
  level: z.enum(['ok', 'warning', 'alarm']),
  title: z.string(),
  sentence: z.string(),
  advice: z.string().nullable(),
  since: z.string().nullable(),
  href: z.string().nullable(),
});
export type Alarm = z.infer<typeof Alarm>;
