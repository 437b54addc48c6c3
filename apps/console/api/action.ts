import { z } from 'zod';
import { ObjectSchema } from '../form/schema.ts';

/** Something that this caller may do now: a button, and the form behind it. */
export const Action = z.object({
  name: z.string(),
  title: z.string(),
  method: z.string(),
  href: z.string(),
  input: ObjectSchema,
  isFinal: z.boolean().optional(),
});
export type Action = z.infer<typeof Action>;

/** A list piece by piece; without `nextCursor` it is the last. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullish() });
