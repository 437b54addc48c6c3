import { record } from '../../prisma/record.ts';
import type { Event } from '../../workflows/process/event.ts';
import { openJournal } from '../../workflows/process/journal.ts';
import type { Journal } from '../../workflows/process/journal.ts';
import { taskOpened } from '../../workflows/process/task.ts';
import { sixStep } from '../../workflows/processes/six-step/definition.ts';
import { openingOf } from './town.ts';
import type { Town } from './town.ts';

/** A course that was recorded up to its first task, t1 with clock c1, for whoever is at the community. */
export type Course = { journal: Journal; record(...events: Event[]): Promise<void> };

export async function beginCourse(town: Town, id: string): Promise<Course> {
  const journal = openJournal(sixStep, await openingOf(town, id), new Date());
  const write = async (...events: Event[]) => {
    journal.append(new Date(), events);
    const entries = journal.unrecorded();
    await record(town.db, id, entries);
    journal.recordedUpTo(entries.at(-1)?.seq ?? 0);
  };
  const performer = { role: 'community', place: '150602/150602001/150602001001' };
  await write(
    { type: 'stepEntered', step: 'analyse' },
    taskOpened(journal.scene(new Date()), 'analyse', performer),
  );
  return { journal, record: write };
}

type Rung = Extract<Event, { type: 'rungReached' }>;

/** A rung of the first task's clock, whose notice may go out at once unless it says otherwise. */
export const rung = (changes: Partial<Rung> = {}): Rung => ({
  ...{ type: 'rungReached', clock: 'c1', task: 't1', rung: 'half', does: 'reminder', isOvertaken: false },
  ...{ at: new Date().toISOString(), noticeAt: new Date().toISOString() },
  ...{ to: ['holder'], channels: ['console', 'email'], unit: null },
  ...changes,
});
