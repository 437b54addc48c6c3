import type { Item, MatterTask } from '../../api/matters.ts';
import type { Process } from '../../api/processes.ts';
import { useName } from '../../text/name.ts';
import { useEnding, useProcess } from '../process/names.ts';
import { TimeLeft } from '../time-left.tsx';

/** The open task about a thing that is due first. */
function nextTask(tasks: readonly MatterTask[], id: string): MatterTask | undefined {
  const open = tasks.filter(({ item, status }) => item === id && status === 'open');
  return open.sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'))[0];
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** How a thing on the list stands: its own step and what is due next, or how it ended. */
export function ItemState({ item, of }: { item: Item; of: Process }) {
  const name = useName();
  const ending = useEnding();
  const { step } = useProcess(of.process);
  if (item.ending !== null) return ending(of.process, item.ending);
  if (item.closedAt !== null) return name('term', 'status', 'closed');
  const task = nextTask(of.tasks, item.id);
  const stage = textOf(item.facts['stage']);
  const dueAt = textOf(item.facts['dueAt']);
  const isOverdue = dueAt !== undefined && Date.parse(dueAt) < Date.now();
  return (
    <span>
      {task?.title ?? (stage === undefined ? name('term', 'status', 'open') : step(stage))}{' '}
      {task !== undefined && <TimeLeft of={task} isShort />}
      {task === undefined && dueAt !== undefined && (
        <TimeLeft of={{ dueAt, isOverdue, isPaused: false, card: null }} isShort />
      )}
    </span>
  );
}
