// What processes know of each other: who began whom, and what one says to another.
import { z } from 'zod';
import { Facts } from './event.ts';

/** Who began a process, and for which of its items: among the facts that it begins with. */
export const Parent = z.strictObject({ process: z.uuid(), item: z.string().optional() });
export type Parent = z.infer<typeof Parent>;

/** What one process says to another: it has ended, or a card was set in it. */
export const Heard = z.strictObject({
  process: z.uuid(),
  item: z.string().optional(),
  what: z.enum(['ended', 'late']),
  facts: Facts,
});
export type Heard = z.infer<typeof Heard>;

/** The name of the act by which a process hears of another. */
export const HEAR = 'hear';

/** What whoever began a process knows of it, by the name `course` among the item's facts. */
export const ChildCourse = z.looseObject({
  process: z.uuid(),
  ending: z.string().optional(),
  late: z.string().optional(),
});
export type ChildCourse = z.infer<typeof ChildCourse>;
