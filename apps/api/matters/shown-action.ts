import { z } from 'zod';

/** What this caller may do now. `input` is a JSON Schema; choices stand in it or behind `x-options`. */
export const ShownAction = z.object({
  name: z.string(),
  title: z.string(),
  method: z.literal('POST'),
  href: z.string(),
  input: z.record(z.string(), z.unknown()),
  isFinal: z.boolean().optional(),
  task: z.string().optional(),
  card: z.string().optional(),
  item: z.string().optional(),
  /** The kind of process that it begins. */
  process: z.string().optional(),
});
export type ShownAction = z.infer<typeof ShownAction>;
