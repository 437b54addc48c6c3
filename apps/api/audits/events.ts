import { z } from 'zod';
import type { Course } from '../course/course.ts';
import type { Audited } from './audited.ts';
import { witnessOf } from './history.ts';
import { tell } from './tell.ts';
import { Turn, turnsOf } from './turns.ts';

/** Temporal's events, folded by workflow task, each with the entries of the journal that came out of it. */
export const AuditEvents = z.object({
  source: z.enum(['archive', 'server', 'away', 'gone']),
  count: z.int(),
  items: z.array(Turn.extend({ entries: z.array(z.object({ seq: z.int(), sentence: z.string() })) })),
});
export type AuditEvents = z.infer<typeof AuditEvents>;

/** The events of a process. By design nobody's words and no personal data are in them. */
export async function eventsOf(course: Course, { id, rows, telling }: Audited): Promise<AuditEvents> {
  const { source, events } = await witnessOf(course, id);
  const sentences = new Map(
    rows.flatMap(({ seq, entry, number }) =>
      entry === undefined
        ? []
        : [[seq, tell(entry.event, { ...telling, number: number ?? undefined })] as const],
    ),
  );
  const items = turnsOf(events).map((turn) => ({
    ...turn,
    entries: turn.entries.map((seq) => ({ seq, sentence: sentences.get(seq) ?? '' })),
  }));
  return { source, count: events.length, items };
}
