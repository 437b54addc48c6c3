import type { Light } from './lamp.tsx';

/** What a deadline's light depends on, the same for a matter and for a task. */
export type Dated = {
  dueAt: string | null;
  isPaused: boolean;
  isOverdue: boolean;
  card: string | null;
  closedAt?: string | null;
};

/** So long before its due time something is "due soon". Milliseconds. */
const SOON = 24 * 3_600_000;

const cards = ['yellow', 'red', 'letter'] as const;

/** The light of a deadline: its card first, then late, paused, soon, on time. */
export function lightOf({ dueAt, isPaused, isOverdue, card, closedAt }: Dated, now = Date.now()): Light {
  if (closedAt !== undefined && closedAt !== null) return 'done';
  const set = cards.find((one) => one === card);
  if (set !== undefined) return set;
  if (isPaused) return 'paused';
  if (isOverdue) return 'late';
  if (dueAt === null) return 'none';
  return Date.parse(dueAt) - now < SOON ? 'blue' : 'green';
}

/** How a row with that light stands out. */
export function toneOf(light: Light): string | undefined {
  if (light === 'red' || light === 'letter') return 'danger';
  return light === 'yellow' || light === 'late' ? 'late' : undefined;
}
