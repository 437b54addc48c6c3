import type { Order } from './order.ts';
import type { OnReject } from './import-rows.ts';

const SHOWN = 20;

/** Remembers the first reasons, for people: all of them are in the file of rejects. */
export function rejectTeller({ rejects, isDry }: Order): { note: OnReject; lines: () => string[] } {
  const first: string[] = [];
  let count = 0;
  return {
    note({ number }, reason) {
      count += 1;
      if (count <= SHOWN) first.push(`line ${number}: ${reason}`);
    },
    lines() {
      const more = count > SHOWN ? [`… and ${count - SHOWN} more`] : [];
      const where =
        count > 0 && rejects !== undefined ? [`Rejected rows, with line and reason: ${rejects}`] : [];
      const dry = isDry ? ['This was a dry run: nothing was written to the database.'] : [];
      return [...first, ...more, ...where, ...dry];
    },
  };
}
