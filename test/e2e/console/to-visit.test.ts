import type { LedgerLine } from '../../../apps/console/api/matters.ts';
import type { RoundTask } from '../../../apps/console/staff/patrol/round.ts';
import { stopsOf } from '../../../apps/console/staff/patrol/to-visit.ts';

const titled = (title: string) => ({ value: title, title });

const task = (id: string, process: string, dueAt: string | null) =>
  ({
    ...{ id, title: '办理', ask: '', card: null, dueAt, isPaused: false, isOverdue: false },
    process: { id: process, href: '', process: titled(''), label: '电梯', place: titled('三号楼') },
  }) satisfies RoundTask;

const matter = (id: string, dueAt: string | null) =>
  ({
    ...{ id, dueAt, card: null, isPaused: false, isOverdue: false, closedAt: null },
    ...{ kind: titled('路灯'), place: titled('东门'), step: null, running: null },
  }) as LedgerLine;

describe('the stops of a round', () => {
  it('stand by the time left, those without a deadline last', () => {
    const tasks = [task('late', 'a', '2026-03-03T00:00:00Z'), task('never', 'b', null)];
    const matters = [matter('soon', '2026-03-02T00:00:00Z'), matter('open', null)];
    expect(stopsOf(tasks, matters).map(({ id }) => id)).toEqual(['soon', 'late', 'never', 'open']);
  });

  it('name a matter in which I have a task once, as the task; the place comes first', () => {
    const [stop, ...others] = stopsOf([task('m.t1', 'm', null)], [matter('m', null)]);
    expect(others).toEqual([]);
    expect(stop).toMatchObject({ to: '/patrol/tasks/m.t1', place: '三号楼', what: '电梯', isMine: true });
  });
});
