import type { LedgerLine } from '../../api/matters.ts';
import { addressOf } from '../../api/processes.ts';
import type { Dated } from '../../look/light.ts';
import { datedOf } from '../running.tsx';
import type { RoundTask } from './round.ts';

/** Somewhere to go: a task of mine, or a matter that is open in my grid. */
export type Stop = Dated & {
  id: string;
  to: string;
  /** Estate or building first: that is how one finds the way. */
  place: string;
  what: string;
  why: string;
  isMine: boolean;
};

const ofTask = ({ process, ...task }: RoundTask): Stop => ({
  ...task,
  to: `/patrol/tasks/${encodeURIComponent(task.id)}`,
  place: process.place?.title ?? '',
  what: process.label,
  why: task.title,
  isMine: true,
});

const ofMatter = (matter: LedgerLine): Stop => {
  const { kind, place, step, id } = matter;
  return {
    ...datedOf(matter),
    id,
    to: addressOf(`/api/v1/matters/${id}`),
    place: place.title,
    what: kind.title,
    why: step?.title ?? '',
    isMine: false,
  };
};

const dueOf = ({ dueAt }: Stop): number => (dueAt === null ? Infinity : Date.parse(dueAt));

/** All stops of a round, the least time left first; a matter in which I have a task stands there once, as the task. */
export function stopsOf(tasks: readonly RoundTask[], matters: readonly LedgerLine[]): Stop[] {
  const mine = new Set(tasks.map(({ process }) => process.id));
  const others = matters.filter(({ id }) => !mine.has(id));
  const stops = [...tasks.map(ofTask), ...others.map(ofMatter)];
  return stops.toSorted((a, b) => (dueOf(a) === dueOf(b) ? 0 : dueOf(a) - dueOf(b)));
}
