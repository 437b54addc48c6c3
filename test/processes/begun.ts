// States of processes as their rules see them, without Temporal or a database.
import { reduce } from '../../workflows/process/reduce.ts';
import type { Facts } from '../../workflows/process/event.ts';
import type { State } from '../../workflows/process/state.ts';

/** The n-th of some ids that are fit for anything. */
export const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A process that has just been opened with these facts. */
export function begunWith(process: string, place: string, facts: Facts): State {
  const numbers = { policy: { name: 'a-town', version: '1' }, calendar: { id: 'cn', version: '1' } };
  const event = { type: 'opened', id: idOf(999), process, place, ...numbers, facts } as const;
  return reduce(undefined, { seq: 1, at: '2026-03-02T01:00:00.000Z', event });
}
