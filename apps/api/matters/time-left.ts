import { z } from 'zod';
import { kindOf } from '../../../workflows/rules/term.ts';
import { elapsed, workDayMs } from '../../../workflows/rules/work-time.ts';
import type { PolicyBook } from '../course/policy-book.ts';

/** What is left of a task's time, in the clock that counts it; `ms` is negative when it is over. */
export const TimeLeft = z.object({
  ms: z.number(),
  counting: z.enum(['clock', 'working']),
  /** How long a day is in that clock: 24 hours, or the office hours of a working day. Milliseconds. */
  dayMs: z.number(),
  term: z.string(),
});
export type TimeLeft = z.infer<typeof TimeLeft>;

/** A task with its clock: its term, when it is due, or what is left of it while it is paused (milliseconds). */
export type Timed = {
  id: string;
  due_at: Date | null;
  term: string | null;
  left_ms: string | null;
  policy: unknown;
  calendar: unknown;
};

const Pack = z.object({ name: z.string(), version: z.string() });
const Days = z.object({ id: z.string(), version: z.string() });
const DAY = 86_400_000;

/** What is left of each row's time, by its id; those without a clock are left out. */
export async function timesLeft(
  book: PolicyBook,
  rows: readonly Timed[],
  now = new Date(),
): Promise<ReadonlyMap<string, TimeLeft>> {
  const found = await Promise.all(rows.map(async (row) => [row.id, await leftOf(book, row, now)] as const));
  return new Map(found.flatMap(([id, left]) => (left === undefined ? [] : [[id, left] as const])));
}

async function leftOf(book: PolicyBook, row: Timed, now: Date): Promise<TimeLeft | undefined> {
  const { term, due_at: due, left_ms: kept } = row;
  const [pack, days] = [Pack.safeParse(row.policy), Days.safeParse(row.calendar)];
  if (term === null || !pack.success || !days.success) return undefined;
  const [{ office }, calendar] = await Promise.all([
    book.policy(pack.data.name, pack.data.version),
    book.calendar(days.data.id, days.data.version),
  ]);
  const counting = kindOf(term);
  const ms = due === null ? Number(kept ?? NaN) : elapsed(counting, now, due, { calendar, office });
  if (Number.isNaN(ms)) return undefined;
  return { ms, counting, dayMs: counting === 'working' ? workDayMs(office) : DAY, term };
}
